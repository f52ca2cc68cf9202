package io.watchbill.bench.prove;

/**
 * A branch of a case was stopped: by as many people as it needs.
 *
 * @param branch the branch that was acknowledged, or {@link #ALL} when the case was resolved
 */
record Stop(int number, String branch) {
  static final String ALL = "all";

  boolean stops(int other, String otherBranch) {
    return number == other && (branch.equals(ALL) || branch.equals(otherBranch));
  }
}
