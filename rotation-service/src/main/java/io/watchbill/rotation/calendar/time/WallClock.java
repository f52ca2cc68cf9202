package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Converts wall-clock times to instants: the contract for DST changes.
 *
 * <p>A local time that does not exist means the first instant after the gap; one that occurs twice
 * means its first occurrence. So later local times never give earlier instants.
 */
public final class WallClock {

  private WallClock() {}

  /** Returns the instant at which the wall clock of the zone shows this time. */
  public static Instant instant(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return local.toInstant(rules.getValidOffsets(local).getFirst());
  }
}
