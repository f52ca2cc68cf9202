package io.watchbill.testkit.law;

import io.watchbill.testkit.law.Choices.SkippedCase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The random cases of a law. */
final class Cases {
  private static final long SEED = Long.getLong("seed", 20_261_129L);

  private Cases() {}

  /** Checks the law on so many cases. */
  static void hold(int cases, Consumer<Choices> law) {
    hold(SEED, cases, law);
  }

  static void hold(long seed, int cases, Consumer<Choices> law) {
    int skipped = 0;
    for (int number = 0; number < cases; number++) {
      Choices choices = Choices.at(new Random(seed * 31 + number));
      try {
        law.accept(choices);
      } catch (SkippedCase e) {
        skipped++;
      } catch (RuntimeException | AssertionError e) {
        throw broken(seed, number, Shrinking.of(law, new Failure(choices, e)));
      }
    }
    if (skipped == cases) {
      throw new AssertionError("no case was checked, all were skipped");
    }
  }

  private static AssertionError broken(long seed, int number, Failure simplest) {
    String values =
        simplest.choices().shown().entrySet().stream()
            .map(shown -> "\n  " + shown.getKey() + " = " + shown.getValue())
            .collect(Collectors.joining());
    return new AssertionError(
        "broken by case "
            + number
            + " of -Dseed="
            + seed
            + "; a simple case that breaks it:"
            + values
            + "\n"
            + simplest.cause(),
        simplest.cause());
  }

  /** A case that breaks the law, and how. */
  record Failure(Choices choices, Throwable cause) {}

  /** Tries a case again with the choices given. */
  static Optional<Failure> fails(Consumer<Choices> law, List<Long> given) {
    Choices choices = Choices.of(given);
    try {
      law.accept(choices);
      return Optional.empty();
    } catch (SkippedCase e) {
      return Optional.empty();
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(new Failure(choices, e));
    }
  }
}
