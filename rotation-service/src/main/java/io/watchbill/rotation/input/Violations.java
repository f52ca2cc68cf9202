package io.watchbill.rotation.input;

import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects violations, each with its place. */
public final class Violations {
  private static final int SHOWN = 100;

  private final List<Violation> violations = new ArrayList<>();

  public void add(String pointer, String detail) {
    if (violations.size() < SHOWN) {
      violations.add(new Violation(pointer, detail));
    }
  }

  public void unless(boolean fine, String pointer, String detail) {
    if (!fine) {
      add(pointer, detail);
    }
  }

  public void throwIfAny() {
    if (!violations.isEmpty()) {
      Violation first = violations.getFirst();
      throw new Problem(
          KitError.INVALID, first.pointer() + ": " + first.detail() + ".", violations);
    }
  }
}
