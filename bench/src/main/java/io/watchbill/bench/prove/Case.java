package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One alert that is sent in, and what is to become of it.
 *
 * @param number distinguishes it from all others of the run; its name stands in the alert and in
 *     the pages
 * @param branch what its tag also starts, beside the main branch
 * @param end what people do about it
 */
record Case(int number, Branch branch, End end) {
  /** The second person is paged so long after the trigger, unless somebody has acknowledged. */
  static final Duration SECOND_STEP = Duration.ofSeconds(10);

  /** The second step, and those of other branches, repeat so long after they were due. */
  static final Duration REPETITION = Duration.ofSeconds(12);

  /** When the last page of a case is due. */
  static final Duration LAST = SECOND_STEP.plus(REPETITION);

  /** A branch of the policy, which starts with the tag of its name. */
  enum Branch {
    /** No other one than the main branch. */
    NONE,
    /** Carol, twice. */
    LEGAL,
    /** Dora and erin, each twice, until they have acknowledged. */
    BOTH,
    /** Frank, held until his shift begins. */
    HELD;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The people's reaction to the first page. */
  enum End {
    /** Nobody does anything: every page is owed. */
    IGNORED(),
    /** Alice acknowledges. */
    ACKNOWLEDGED("alice"),
    /** Carol acknowledges legal's branch, which stops that branch only. */
    LEGAL_ACKNOWLEDGED("carol"),
    /** Dora acknowledges a branch that needs two: that stops nothing but her own pages. */
    HALF_ACKNOWLEDGED("dora"),
    /** Dora and erin acknowledge the branch that needs two. */
    BOTH_ACKNOWLEDGED("dora", "erin"),
    /** Alertmanager says that it is over. */
    RESOLVED("alice");

    private final Set<String> by;

    End(String... by) {
      this.by = Set.of(by);
    }
  }

  /** The kinds take turns. */
  static Case of(int number) {
    return switch (number % 10) {
      case 0, 1 -> new Case(number, Branch.NONE, End.ACKNOWLEDGED);
      case 2 -> new Case(number, Branch.LEGAL, End.LEGAL_ACKNOWLEDGED);
      case 3 -> new Case(number, Branch.LEGAL, End.ACKNOWLEDGED);
      case 4 -> new Case(number, Branch.NONE, End.RESOLVED);
      case 5 -> new Case(number, Branch.BOTH, End.HALF_ACKNOWLEDGED);
      case 6 -> new Case(number, Branch.BOTH, End.BOTH_ACKNOWLEDGED);
      case 7 -> new Case(number, Branch.HELD, End.IGNORED);
      case 8 -> new Case(number, Branch.HELD, End.RESOLVED);
      default -> new Case(number, Branch.NONE, End.IGNORED);
    };
  }

  String name() {
    return "case-%06d".formatted(number);
  }

  /** Every page that comes when nothing stops it and the policy stays as it is. */
  List<Expected> expected() {
    List<Expected> all = new ArrayList<>();
    all.add(new Expected("alice", "webhook", 0, Duration.ZERO));
    all.add(new Expected("alice", "email", 0, Duration.ZERO));
    all.add(new Expected("bob", "webhook", 0, SECOND_STEP));
    all.add(new Expected("bob", "webhook", 1, LAST));
    switch (branch) {
      case NONE -> {}
      case LEGAL -> all.addAll(twice("carol"));
      case BOTH -> {
        all.addAll(twice("dora"));
        all.addAll(twice("erin"));
      }
      case HELD -> all.add(new Expected(Expected.HELD, "webhook", 0, Duration.ZERO));
    }
    return all;
  }

  /** The same, with the people whom the changed policy names. */
  List<Expected> expectedAtMost() {
    List<Expected> all = new ArrayList<>(expected());
    all.add(new Expected(Expected.NEWCOMER, "webhook", 0, Duration.ZERO));
    return all;
  }

  private static List<Expected> twice(String person) {
    return List.of(
        new Expected(person, "webhook", 0, Duration.ZERO),
        new Expected(person, "webhook", 1, REPETITION));
  }

  /** The pages at which somebody acts. */
  boolean actsOn(String person) {
    return end.by.contains(person);
  }

  /** The message with which Alertmanager would announce it. */
  String message(Instant startsAt) {
    return message("firing", startsAt, "0001-01-01T00:00:00Z");
  }

  /** The message with which Alertmanager would say that it is over. */
  String resolved(Instant startsAt, Instant endsAt) {
    return message("resolved", startsAt, endsAt.toString());
  }

  private String message(String status, Instant startsAt, String endsAt) {
    return """
        {"version":"4","groupKey":"{}:{alertname=\\"%1$s\\"}","truncatedAlerts":0,"status":"%4$s",
         "receiver":"watchbill","groupLabels":{"alertname":"%1$s"},
         "commonLabels":{"alertname":"%1$s","severity":"critical","tags":"%6$s"},
         "commonAnnotations":{"summary":"%1$s"},"externalURL":"http://alertmanager.example",
         "alerts":[{"status":"%4$s","labels":{"alertname":"%1$s","severity":"critical","tags":"%6$s"},
           "annotations":{"summary":"%1$s"},"startsAt":"%2$s","endsAt":"%5$s",
           "generatorURL":"http://prometheus.example/graph","fingerprint":"%3$016x"}]}
        """
        .formatted(name(), startsAt, number, status, endsAt, branch.tag());
  }
}
