package io.watchbill.escalation.acknowledgement;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An acknowledgement of a page's branch.
 *
 * @param person who acknowledged
 * @param already whether that person had acknowledged before
 * @param confirmed whether the incident-service has confirmed it
 * @param others who else has acknowledged, the earliest first
 * @param missing how many more people must acknowledge before paging stops
 */
@RegisterForReflection
@Schema(name = "Acknowledgement")
@TemplateData
public record AcknowledgementView(
    UUID page,
    UUID incident,
    int round,
    @Schema(examples = "main") String branch,
    @Schema(examples = "alice") String person,
    Instant at,
    @Schema(description = "Whether that person had acknowledged before") boolean already,
    boolean confirmed,
    @Schema(description = "Who else has acknowledged, the earliest first", examples = "[\"bob\"]")
        List<String> others,
    @Schema(
            description = "How many more people must acknowledge before paging stops",
            examples = "0")
        int missing) {

  /** Who acknowledged, and when. */
  record Given(String person, Instant at, boolean confirmed) {

    static Given of(Acknowledgement one) {
      return new Given(one.person(), one.at(), one.confirmed());
    }

    static Given of(IncidentSnapshot snapshot) {
      String by = snapshot.acknowledgedBy() == null ? "somebody" : snapshot.acknowledgedBy();
      return new Given(by, snapshot.anchors().acknowledgedOrTriggered(), true);
    }
  }
}
