package io.watchbill.escalation.recipient;

import java.util.Arrays;

/** The kinds of targets of pages. */
public enum TargetKind {
  PERSON("person"),
  WEBHOOK("webhook"),
  /** The last-resort contact; its id is the kind of alarm. */
  LAST_RESORT("last-resort");

  private final String wire;

  TargetKind(String wire) {
    this.wire = wire;
  }

  /** Returns the kind's name in stored rows and on the wire. */
  public String wire() {
    return wire;
  }

  /**
   * Returns the kind of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TargetKind of(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of target: " + wire));
  }
}
