package io.watchbill.incident.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an episode of an alert goes on. */
enum AlertState {
  FIRING,
  RESOLVED;

  /** The word on the wire. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AlertState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
