package io.watchbill.rotation.calendar.turn;

import java.util.List;
import java.util.stream.Stream;

/**
 * The roles that a role follows.
 *
 * @param roles the nearest first; empty when the role has layers itself
 * @param offset how many turns later than the nearest one; 0 when it follows none
 */
public record Followed(List<String> roles, int offset) {
  static final Followed NONE = new Followed(List.of(), 0);

  /** Returns what a follower of a role follows: that role, and those that it follows itself. */
  static Followed of(String role, int offset, Followed above) {
    return new Followed(Stream.concat(Stream.of(role), above.roles().stream()).toList(), offset);
  }

  public String nearest() {
    return roles.getFirst();
  }
}
