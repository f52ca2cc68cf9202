package io.watchbill.testkit.law;

import io.watchbill.testkit.law.Cases.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for a simpler case that breaks the same law: with fewer choices, or with smaller ones. */
final class Shrinking {
  private static final int MOST_TRIES = 5_000;
  private static final int MOST_REMOVED = 32;

  private final Consumer<Choices> law;
  private Failure simplest;
  private int tries;

  private Shrinking(Consumer<Choices> law, Failure first) {
    this.law = law;
    this.simplest = first;
  }

  static Failure of(Consumer<Choices> law, Failure first) {
    Shrinking shrinking = new Shrinking(law, first);
    boolean better = true;
    while (better && shrinking.tries < MOST_TRIES) {
      better = shrinking.removesChoices() | shrinking.lowersChoices();
    }
    return shrinking.simplest;
  }

  private boolean removesChoices() {
    boolean better = false;
    for (int length = MOST_REMOVED; length > 0; length--) {
      for (int at = made().size() - length; at >= 0; at--) {
        List<Long> fewer = new ArrayList<>(made());
        if (at + length <= fewer.size()) {
          fewer.subList(at, at + length).clear();
          better |= isBetter(fewer);
        }
      }
    }
    return better;
  }

  private boolean lowersChoices() {
    boolean better = false;
    for (int at = 0; at < made().size(); at++) {
      better |= lowers(at);
    }
    return better;
  }

  /** Finds by halves the smallest choice that still fails, if failing is a matter of size. */
  private boolean lowers(int at) {
    boolean better = false;
    long passes = -1;
    while (at < made().size() && made().get(at) > passes + 1) {
      long smaller = passes < 0 ? 0 : passes + (made().get(at) - passes) / 2;
      List<Long> lower = new ArrayList<>(made());
      lower.set(at, smaller);
      if (isBetter(lower)) {
        better = true;
      } else {
        passes = smaller;
      }
    }
    return better;
  }

  private boolean isBetter(List<Long> candidate) {
    if (tries++ >= MOST_TRIES) {
      return false;
    }
    Optional<Failure> failure =
        Cases.fails(law, candidate).filter(found -> isSimpler(found.choices().made(), made()));
    failure.ifPresent(found -> simplest = found);
    return failure.isPresent();
  }

  private static boolean isSimpler(List<Long> one, List<Long> other) {
    if (one.size() != other.size()) {
      return one.size() < other.size();
    }
    for (int at = 0; at < one.size(); at++) {
      if (!one.get(at).equals(other.get(at))) {
        return one.get(at) < other.get(at);
      }
    }
    return false;
  }

  private List<Long> made() {
    return simplest.choices().made();
  }
}
