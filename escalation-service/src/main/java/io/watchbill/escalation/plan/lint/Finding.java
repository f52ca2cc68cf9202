package io.watchbill.escalation.plan.lint;

/**
 * A problem in a policy that its author may not have meant.
 *
 * @param step the index of the step
 */
public record Finding(Kind kind, int step, String detail) {

  /** The kind of problem. */
  public enum Kind {
    /** The step can never page anybody. */
    NEVER_FIRES("never-fires"),
    /** A target that nobody is in. */
    NOBODY_IN_IT("nobody-in-it"),
    /** A person or webhook without a contact method. */
    UNREACHABLE("unreachable"),
    /** A person's first message goes out after the next step has paged others. */
    DELAY_TOO_LONG("delay-too-long"),
    /** Nobody is on call for a time. */
    HOLE("hole-in-coverage"),
    /** The rotation-service has not answered yet. */
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
