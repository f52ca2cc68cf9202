package io.watchbill.bench.prove;

/**
 * Somebody did something about a case, and was answered that it took effect.
 *
 * @param branch the branch that was acknowledged, or {@link Stop#ALL} when the case was resolved
 */
record Act(int number, String branch, String person) {

  Stop stop() {
    return new Stop(number, branch);
  }
}
