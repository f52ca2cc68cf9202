package io.watchbill.escalation.plan.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Collects findings, each once, a thousand at most. */
final class Findings {
  private static final int MOST = 1_000;

  private final SequencedSet<Finding> all = new LinkedHashSet<>();

  void add(Finding.Kind kind, int step, String detail) {
    if (all.size() < MOST) {
      all.add(new Finding(kind, step, detail));
    }
  }

  List<Finding> list() {
    return List.copyOf(all);
  }
}
