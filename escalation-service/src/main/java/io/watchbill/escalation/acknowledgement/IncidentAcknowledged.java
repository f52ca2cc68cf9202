package io.watchbill.escalation.acknowledgement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Records that another person acknowledged in the incident-service, whose snapshots name only the
 * first: the person counts where several must acknowledge, and is not paged again.
 */
@ApplicationScoped
class IncidentAcknowledged implements EventConsumer {
  private final Database database;
  private final Settlement settlement;
  private final Json json;

  IncidentAcknowledged(Database database, Settlement settlement, Json json) {
    this.database = database;
    this.settlement = settlement;
    this.json = json;
  }

  /** The event's data. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Data(UUID incident, int round, String person, Instant at) {

    boolean isWhole() {
      return incident != null && round > 0 && person != null && at != null;
    }
  }

  @Override
  public String type() {
    return "incident.acknowledged";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    Data data;
    try {
      data = event.data() == null ? null : json.convert(event.data(), Data.class);
    } catch (JsonProcessingException e) {
      return EventAnswer.invalid(e.getOriginalMessage());
    }
    if (data == null || !data.isWhole()) {
      return EventAnswer.invalid("incident, round, person and at are needed");
    }
    return database.inTransaction(
        tx -> {
          settlement.take(tx, acknowledgement(data));
          return EventAnswer.accepted();
        });
  }

  private static Acknowledgement acknowledgement(Data data) {
    return new Acknowledgement(
        Ids.next(),
        data.incident(),
        data.round(),
        Branch.MAIN,
        data.person(),
        Through.INCIDENT,
        data.at(),
        true);
  }
}
