package io.watchbill.escalation.escalation;

import java.util.List;
import java.util.UUID;

/** Due escalations: those that can be read, and those that cannot and are put off. */
public record DueEscalations(List<Escalation> readable, List<Unreadable> unreadable) {

  /**
   * An escalation whose row cannot be read: nobody is paged for its incident until it is mended.
   */
  public record Unreadable(UUID id, UUID incident, int round, String error) {}
}
