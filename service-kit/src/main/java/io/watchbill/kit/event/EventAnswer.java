package io.watchbill.kit.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The receiver's answer to one event of a batch.
 *
 * @param id of the event
 * @param status what became of the event
 * @param detail why, when it was not accepted
 */
@RegisterForReflection
public record EventAnswer(
    @Schema(examples = "01a204e1-88ea-72e4-a572-ade8ac74a63b") @Nullable String id,
    Status status,
    @Schema(examples = "nobody here takes events of this type") @Nullable String detail) {

  /** The result of an event. */
  public enum Status {
    /** It took effect, or had done so before. */
    ACCEPTED,
    /** Understood and refused for good. */
    REFUSED,
    /** Not understood; a retry changes nothing. The sender parks it and raises an alarm. */
    INVALID,
    /** Failed for now; the sender tries again. */
    RETRY
  }

  public static EventAnswer accepted() {
    return new EventAnswer(null, Status.ACCEPTED, null);
  }

  public static EventAnswer refused(String why) {
    return new EventAnswer(null, Status.REFUSED, why);
  }

  public static EventAnswer invalid(@Nullable String why) {
    return new EventAnswer(null, Status.INVALID, why);
  }

  public static EventAnswer retry(String why) {
    return new EventAnswer(null, Status.RETRY, why);
  }

  /** Returns the detail in words, also when the receiver has given none. */
  public String why() {
    return detail == null ? "no reason was given" : detail;
  }

  EventAnswer to(@Nullable String eventId) {
    return new EventAnswer(eventId, status, detail);
  }
}
