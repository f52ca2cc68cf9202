package io.watchbill.rotation.override;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.problem.Problem;
import java.util.Arrays;
import java.util.Locale;

/** The effects of overrides. */
@RegisterForReflection
public enum OverrideKind {
  /** One person replaces another, or everybody on call. */
  REPLACE,
  /** One more person is on call. */
  ADD,
  /** Somebody leaves, and nobody takes over. */
  REMOVE;

  /** Returns the name in the database and in JSON. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OverrideKind ofWire(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalid("/kind", "the kind must be 'replace', 'add' or 'remove'"));
  }
}
