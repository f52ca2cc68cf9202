package io.watchbill.cli.config;

import java.util.Locale;

/** The three services, in the order in which their ports follow each other on a laptop. */
public enum Service {
  INCIDENT,
  ROTATION,
  ESCALATION;

  /** Returns the word for it: {@code incident}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
