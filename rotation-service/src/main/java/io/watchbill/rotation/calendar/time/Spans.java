package io.watchbill.rotation.calendar.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets of instants as lists of spans, sorted by start, none overlapping or touching another.
 * Arguments and results have this form.
 */
public final class Spans {

  private Spans() {}

  /** Returns the union of spans that may be in any order and overlap. */
  public static List<Span> union(Stream<Span> spans) {
    List<Span> result = new ArrayList<>();
    spans.sorted(Comparator.comparing(Span::start)).forEach(span -> append(span, result));
    return result;
  }

  /** Returns the intersection of two sets. */
  public static List<Span> intersection(List<Span> some, List<Span> others) {
    List<Span> result = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < some.size() && j < others.size()) {
      some.get(i).within(others.get(j)).ifPresent(result::add);
      if (some.get(i).end().isBefore(others.get(j).end())) {
        i++;
      } else {
        j++;
      }
    }
    return result;
  }

  /** Returns the first set without the second. */
  public static List<Span> without(List<Span> some, List<Span> others) {
    List<Span> result = new ArrayList<>();
    int j = 0;
    for (Span span : some) {
      Optional<Span> rest = Optional.of(span);
      while (j < others.size() && !others.get(j).end().isAfter(span.start())) {
        j++;
      }
      for (int k = j; k < others.size() && rest.isPresent(); k++) {
        if (!others.get(k).overlaps(rest.get())) {
          break;
        }
        rest = cut(rest.get(), others.get(k), result);
      }
      rest.ifPresent(result::add);
    }
    return result;
  }

  /** Adds the part before the hole to {@code before} and returns the part after it. */
  private static Optional<Span> cut(Span span, Span hole, List<Span> before) {
    if (span.start().isBefore(hole.start())) {
      before.add(new Span(span.start(), hole.start()));
    }
    return hole.end().isBefore(span.end())
        ? Optional.of(new Span(hole.end(), span.end()))
        : Optional.empty();
  }

  private static void append(Span span, List<Span> spans) {
    boolean joins = !spans.isEmpty() && !spans.getLast().end().isBefore(span.start());
    if (joins) {
      Span last = spans.removeLast();
      spans.add(new Span(last.start(), Span.later(last.end(), span.end())));
    } else {
      spans.add(span);
    }
  }
}
