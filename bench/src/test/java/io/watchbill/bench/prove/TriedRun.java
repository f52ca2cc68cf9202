package io.watchbill.bench.prove;

import io.watchbill.bench.prove.Case.Branch;
import io.watchbill.bench.prove.Case.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run that is put together by hand: a checker that cannot fail proves nothing. */
abstract class TriedRun {

  static final Instant T = Instant.parse("2026-01-05T09:00:00Z");

  final List<ReceivedPage> handed = new ArrayList<>();
  final List<Disturbance> disturbances = new ArrayList<>();
  final Map<Integer, Instant> accepted = new HashMap<>(Map.of(1, T));
  final Map<Act, Instant> tried = new HashMap<>();
  final Map<Act, Instant> done = new HashMap<>();
  Case sent = new Case(1, Branch.NONE, End.IGNORED);
  Instant shiftBegins = T;
  PolicyChange change = new PolicyChange(T.plusSeconds(60), T.plusSeconds(61));
  long stored = 1;
  final List<String> ended = new ArrayList<>();
  Instant watchedUntil = T.plusSeconds(300);

  void hand(String person, String channel, String delivery, boolean marked, long second) {
    handed.add(
        new ReceivedPage(
            1, person, channel, "page-" + person, delivery, marked, T.plusSeconds(second)));
  }

  void hand(String person, String page, long second) {
    handed.add(
        new ReceivedPage(1, person, "webhook", page, "d-" + page, false, T.plusSeconds(second)));
  }

  void act(String branch, String person, long second) {
    tryTo(branch, person, second);
    done.put(new Act(1, branch, person), T.plusSeconds(second));
  }

  void tryTo(String branch, String person, long second) {
    tried.put(new Act(1, branch, person), T.plusSeconds(second));
  }

  void handAll() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 11);
    hand("bob", "second", 23);
  }

  ProveVerdict verdict() {
    return new ProveVerdict(
        new Evidence(
            List.of(sent),
            Map.of(1, T),
            accepted,
            Map.of(),
            new Acts(tried, done),
            handed,
            disturbances,
            shiftBegins,
            change,
            stored,
            ended,
            watchedUntil));
  }

  Map<String, Integer> broken() {
    Map<String, Integer> broken = new HashMap<>();
    verdict()
        .findings()
        .forEach(
            f -> {
              if (!f.broken().isEmpty()) {
                broken.put(f.law(), f.broken().size());
              }
            });
    return broken;
  }

  static Disturbance disturbance(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.KILL, "kill", from, until);
  }

  static Disturbance viewer(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.VIEWER, "viewer", from, until);
  }

  static Disturbance standstill(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.STANDSTILL, "stand-still", from, until);
  }

  static Disturbance starved(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.STARVED, "busy", from, until);
  }
}
