package io.watchbill.rotation.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The times without a shift. */
final class Gaps {

  private Gaps() {}

  /**
   * @param lives when somebody should be on watch: by start, none overlapping another
   */
  static List<Gap> of(String role, List<Span> lives, List<Shift> shifts) {
    List<Span> covered =
        shifts.stream().map(Shift::span).sorted(Comparator.comparing(Span::start)).toList();
    List<Span> gaps = new ArrayList<>();
    lives.forEach(life -> add(uncovered(life, covered), gaps));
    return gaps.stream().map(span -> new Gap(role, span)).toList();
  }

  private static List<Span> uncovered(Span life, List<Span> covered) {
    List<Span> result = new ArrayList<>();
    Instant reached = life.start();
    for (Span span : covered) {
      if (span.overlaps(life)) {
        if (span.start().isAfter(reached)) {
          result.add(new Span(reached, span.start()));
        }
        reached = Span.later(reached, span.end());
      }
    }
    if (reached.isBefore(life.end())) {
      result.add(new Span(reached, life.end()));
    }
    return result;
  }

  /** Adds the spans; one that begins where the last ends makes it longer. */
  private static void add(List<Span> spans, List<Span> gaps) {
    for (Span span : spans) {
      if (!gaps.isEmpty() && gaps.getLast().end().equals(span.start())) {
        Span last = gaps.removeLast();
        gaps.add(new Span(last.start(), span.end()));
      } else {
        gaps.add(span);
      }
    }
  }
}
