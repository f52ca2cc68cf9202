package io.watchbill.rotation.override;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.problem.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What an override does. */
@RegisterForReflection
public enum OverrideKind {
  /** One person stands in for another, or for whoever is on call. */
  REPLACE,
  /** A person stands beside those on call. */
  ADD,
  /** Somebody leaves, and nobody takes over. */
  REMOVE;

  /** As it stands in the database and on the wire. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OverrideKind ofWire(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("/kind", "the kind is 'replace', 'add' or 'remove'"));
  }
}
