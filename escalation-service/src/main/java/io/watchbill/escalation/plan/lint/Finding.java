package io.watchbill.escalation.plan.lint;

/**
 * Something about a policy that its author may not have meant.
 *
 * @param step the index of the step
 */
public record Finding(Kind kind, int step, String detail) {

  /** What it is. */
  public enum Kind {
    /** No incident can make the step tell anybody. */
    NEVER_FIRES("never-fires"),
    /** A target that nobody is in. */
    NOBODY_IN_IT("nobody-in-it"),
    /** Somebody without a way to be reached. */
    UNREACHABLE("unreachable"),
    /** Somebody's first own delay ends after the next step has told others. */
    DELAY_TOO_LONG("delay-too-long"),
    /** Nobody is on call for a time. */
    HOLE("hole-in-coverage"),
    /** The rotation-service has not told it yet. */
    NOT_KNOWN("not-known");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As it crosses the wire. */
    public String text() {
      return text;
    }
  }
}
