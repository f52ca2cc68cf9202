package io.watchbill.escalation.escalation;

import java.util.List;
import java.util.UUID;

/** Escalations that are due: those that can be read, and those that cannot and are put off. */
public record Due(List<Escalation> readable, List<Unreadable> unreadable) {

  /** One whose row cannot be read: nobody is told of its incident until somebody mends it. */
  public record Unreadable(UUID id, UUID incident, int round, String error) {}
}
