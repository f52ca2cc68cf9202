package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * What a wall clock's time means in a zone: the contract for daylight-saving changes.
 *
 * <p>A local time that does not exist means the first instant after the gap; one that occurs twice
 * means its first occurrence. So the instant never goes back when the local time goes on.
 */
public final class WallClock {

  private WallClock() {}

  /** The instant at which the wall clock of the zone shows this time. */
  public static Instant instant(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return local.toInstant(rules.getValidOffsets(local).getFirst());
  }
}
