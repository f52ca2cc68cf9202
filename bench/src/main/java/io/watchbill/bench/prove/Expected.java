package io.watchbill.bench.prove;

import java.time.Duration;

/**
 * A page that somebody is to get if nothing stops it.
 *
 * @param channel by which provider
 * @param repetition which of the pages that this person gets by this channel, from 0
 * @param after when it is due, counted from the trigger
 */
record Expected(String person, String channel, int repetition, Duration after) {
  private static final String BOTH = "both";

  /** Who is paged when their shift begins. */
  static final String HELD = "frank";

  /** The person whom the policy names since it was changed. */
  static final String NEWCOMER = "greta";

  /** The branch of the policy that owes it: each is stopped by its own acknowledgement. */
  String branch() {
    return branchOf(person);
  }

  /** The page that this one repeats; only its place among the receiver's pages counts. */
  Expected before() {
    return new Expected(person, channel, repetition - 1, after);
  }

  static String branchOf(String person) {
    return switch (person) {
      case "carol" -> "legal";
      case "dora", "erin" -> BOTH;
      case HELD -> "held";
      case NEWCOMER -> "changed";
      default -> "main";
    };
  }

  /** How many different people stop a branch. */
  static int acknowledgementsNeeded(String branch) {
    return branch.equals(BOTH) ? 2 : 1;
  }

  @Override
  public String toString() {
    return "%s by %s, page %d".formatted(person, channel, repetition + 1);
  }
}
