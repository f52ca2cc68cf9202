package io.watchbill.testkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The random choices that make one case. Every choice is a number from zero on, where zero stands
 * for the simplest: the same numbers give the same case, and smaller ones a simpler case.
 */
public final class Choices {
  private static final int MANY = 20;
  private static final int EDGES = 16;

  private final long[] given;
  private final @Nullable Random random;
  private final List<Long> made = new ArrayList<>();
  private final Map<String, Object> shown = new LinkedHashMap<>();

  private Choices(long[] given, @Nullable Random random) {
    this.given = given;
    this.random = random;
  }

  /** Choices at random. */
  static Choices at(Random random) {
    return new Choices(new long[0], random);
  }

  /** The choices given, then the simplest. */
  static Choices of(List<Long> given) {
    return new Choices(given.stream().mapToLong(Long::longValue).toArray(), null);
  }

  /** Chooses a number from zero to below the bound. */
  public int below(int bound) {
    return (int) choose(bound);
  }

  /** Chooses a number, both ends included; the one nearest to zero is the simplest. */
  public int between(int least, int most) {
    int simplest = Math.max(least, Math.min(most, 0));
    long choice = choose((long) most - least + 1);
    long above = (long) most - simplest;
    return (int) (choice <= above ? simplest + choice : simplest - (choice - above));
  }

  /** Makes a source of random numbers. */
  public Random random() {
    return new Random(below(Integer.MAX_VALUE));
  }

  /** Chooses yes once in so many cases. */
  public boolean onceIn(int cases) {
    return below(cases) == cases - 1;
  }

  /** Chooses one of the values; the first is the simplest. */
  @SafeVarargs
  public final <T> T of(T... values) {
    return values[below(values.length)];
  }

  /** Chooses none, or one that is made. */
  public <T> Optional<T> optional(double share, Function<Choices, T> make) {
    return below(100) >= 100 - (int) Math.round(share * 100)
        ? Optional.of(make.apply(this))
        : Optional.empty();
  }

  /** Makes a list; every length is as likely as another. */
  public <T> List<T> list(int least, int most, Function<Choices, T> make) {
    List<T> list = new ArrayList<>();
    while (list.size() < least || list.size() < most && below(most - list.size() + 1) > 0) {
      list.add(make.apply(this));
    }
    return list;
  }

  /** Chooses some of the values, none twice. */
  @SafeVarargs
  public final <T> Set<T> some(int most, T... values) {
    List<T> left = new ArrayList<>(Arrays.asList(values));
    Set<T> some = new HashSet<>();
    for (int number = between(0, most); number > 0; number--) {
      some.add(left.remove(below(left.size())));
    }
    return some;
  }

  /** Names a value of this case, for the message of a failure. */
  public <T> T show(String name, T value) {
    shown.put(name, value);
    return value;
  }

  /** Skips this case unless the condition holds. */
  public void assume(boolean condition) {
    if (!condition) {
      throw new SkippedCase();
    }
  }

  List<Long> made() {
    return List.copyOf(made);
  }

  Map<String, Object> shown() {
    return shown;
  }

  private long choose(long bound) {
    long choice = random == null ? replayed(bound) : chosen(random, bound);
    made.add(choice);
    return choice;
  }

  /** Of many values, the first and the last come more often: faults like edges. */
  private static long chosen(Random random, long bound) {
    if (bound >= MANY && random.nextInt(EDGES) == 0) {
      return random.nextBoolean() ? 0 : bound - 1;
    }
    return random.nextLong(bound);
  }

  private long replayed(long bound) {
    return made.size() < given.length ? Math.min(given[made.size()], bound - 1) : 0;
  }

  /** A case that says nothing about its law. */
  static final class SkippedCase extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
