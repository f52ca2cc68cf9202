package io.watchbill.incident.testpage;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page sent to see whether it reaches a person.
 *
 * @param incident that was opened for it, and which its acknowledgement resolves
 * @param acknowledgedAt null unless the person acknowledged it
 * @param channel by which the person acknowledged it
 */
@RegisterForReflection
@Schema(name = "TestPage")
@TemplateData
public record TestPage(
    UUID incident,
    @Schema(examples = "INC-12") String reference,
    @Schema(examples = "ann") String person,
    Instant sentAt,
    State state,
    @Nullable Instant acknowledgedAt,
    @Schema(examples = "link") @Nullable String channel) {

  /** What came of it; somebody else's acknowledgement proves nothing. */
  @RegisterForReflection
  @Schema(
      name = "TestPageState",
      type = SchemaType.STRING,
      enumeration = {"waiting", "acknowledged", "unanswered"})
  public enum State {
    WAITING,
    ACKNOWLEDGED,
    UNANSWERED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TestPage of(Row row) {
    Instant ended = Rows.instantOrNull(row, "ended_at");
    String channel = row.getString("channel");
    State state =
        ended == null ? State.WAITING : channel == null ? State.UNANSWERED : State.ACKNOWLEDGED;
    return new TestPage(
        row.getUUID("incident"),
        "INC-" + row.getLong("number"),
        row.getString("person"),
        Rows.instant(row, "sent_at"),
        state,
        state == State.ACKNOWLEDGED ? ended : null,
        channel);
  }
}
