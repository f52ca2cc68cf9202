package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One alert that is sent in, and what is to become of it.
 *
 * @param number tells it from all others of the run; its name stands in the alert and in the pages
 * @param legal whether its tag also starts the branch of legal, beside the main one
 * @param end what people do about it
 */
record Case(int number, boolean legal, End end) {
  /** The second person is told so long after the trigger, unless somebody has acknowledged. */
  static final Duration SECOND_STEP = Duration.ofSeconds(10);

  /** The second step, and legal's, repeat so long after they were due. */
  static final Duration REPETITION = Duration.ofSeconds(12);

  /** When the last page of a case is due. */
  static final Duration LAST = SECOND_STEP.plus(REPETITION);

  /** What happens once the first page has come. */
  enum End {
    /** Nobody does anything: every page is owed. */
    IGNORED,
    /** Alice acknowledges. */
    ACKNOWLEDGED,
    /** Carol acknowledges legal's branch, which stops that branch only. */
    LEGAL_ACKNOWLEDGED,
    /** Alertmanager says that it is over. */
    RESOLVED
  }

  String name() {
    return "case-%06d".formatted(number);
  }

  /** The kinds take turns. */
  static Case of(int number) {
    return switch (number % 6) {
      case 0, 1 -> new Case(number, false, End.ACKNOWLEDGED);
      case 2 -> new Case(number, true, End.LEGAL_ACKNOWLEDGED);
      case 3 -> new Case(number, true, End.ACKNOWLEDGED);
      case 4 -> new Case(number, false, End.RESOLVED);
      default -> new Case(number, false, End.IGNORED);
    };
  }

  /** Every page that comes when nothing stops it. */
  List<Expected> expected() {
    List<Expected> all = new ArrayList<>();
    all.add(new Expected("alice", "webhook", 0, Duration.ZERO));
    all.add(new Expected("alice", "email", 0, Duration.ZERO));
    all.add(new Expected("bob", "webhook", 0, SECOND_STEP));
    all.add(new Expected("bob", "webhook", 1, LAST));
    if (legal) {
      all.add(new Expected("carol", "webhook", 0, Duration.ZERO));
      all.add(new Expected("carol", "webhook", 1, REPETITION));
    }
    return all;
  }

  /** The pages at which somebody acts. */
  boolean actsOn(String person) {
    return switch (end) {
      case IGNORED -> false;
      case ACKNOWLEDGED, RESOLVED -> person.equals("alice");
      case LEGAL_ACKNOWLEDGED -> person.equals("carol");
    };
  }

  /** The message with which Alertmanager would tell of it. */
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
        .formatted(name(), startsAt, number, status, endsAt, legal ? "legal" : "chaos");
  }
}
