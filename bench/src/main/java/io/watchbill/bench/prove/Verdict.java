package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the evidence of a run: a pure function, tested for itself. */
final class Verdict {
  /** A page may be under way to its provider when its branch is acknowledged. */
  static final Duration UNDER_WAY = Duration.ofSeconds(1);

  /** A resolution travels from the intake to the pages, so soon when all is well. */
  static final Duration TRAVELS = Duration.ofSeconds(5);

  /** So soon after everything is well again all that is due has been handed over. */
  static final Duration CATCH_UP = Duration.ofSeconds(10);

  private final Evidence evidence;
  private final Map<Stop, Instant> stopped;
  private final Receipts receipts;

  Verdict(Evidence evidence) {
    this.evidence = evidence;
    this.stopped = evidence.stopped();
    this.receipts = new Receipts(evidence.handed());
  }

  /** What was looked at, and each finding; no finding is a proof. */
  record Finding(String law, long checked, List<String> broken) {}

  List<Finding> findings() {
    return List.of(
        alertsLost(),
        pagesLost(),
        unmarkedDuplicates(),
        notSilent(),
        toldBeforeTheWatch(),
        toldByAnotherPolicy(),
        lateAfterRecovery());
  }

  private Finding alertsLost() {
    List<String> broken = new ArrayList<>();
    evidence.refused().forEach((number, status) -> broken.add("case " + number + ": " + status));
    for (Case sent : evidence.cases()) {
      if (!evidence.accepted().containsKey(sent.number())) {
        broken.add(sent.name() + " was never accepted");
      }
    }
    long missing = evidence.accepted().size() - evidence.alertsStored();
    if (missing > 0) {
      broken.add(missing + " accepted alerts are not stored");
    }
    return new Finding("no alert lost", evidence.cases().size(), broken);
  }

  private Finding pagesLost() {
    List<String> broken = new ArrayList<>();
    long checked = 0;
    for (Case sent : evidence.cases()) {
      for (Expected wanted : owed(sent)) {
        checked++;
        if (receipts.first(sent, wanted).isEmpty()) {
          broken.add(sent.name() + ": nothing reached " + wanted);
        }
      }
    }
    return new Finding("no page lost", checked, broken);
  }

  /**
   * Of the copies of a delivery all but one say that they may not be the first. The one that does
   * not may come last: a process can stand still with it under way while another takes over.
   */
  private Finding unmarkedDuplicates() {
    List<String> broken = new ArrayList<>();
    for (Case sent : evidence.cases()) {
      receipts.of(sent.number()).stream()
          .collect(Collectors.groupingBy(Handed::delivery))
          .forEach(
              (delivery, copies) -> {
                if (copies.stream().filter(copy -> !copy.marked()).count() > 1) {
                  broken.add(sent.name() + ": delivery " + delivery + " twice, not marked");
                }
              });
      receipts
          .byReceiver(sent)
          .forEach(
              (receiver, pages) -> {
                long steps = expected(sent, receiver);
                if (pages.size() > steps) {
                  broken.add(
                      "%s: %d pages for %s, who is told %d times"
                          .formatted(sent.name(), pages.size(), receiver, steps));
                }
              });
    }
    return new Finding("no unmarked duplicate", evidence.handed().size(), broken);
  }

  private Finding notSilent() {
    List<String> broken = new ArrayList<>();
    stopped.forEach(
        (stop, at) ->
            receipts.of(stop.number()).stream()
                .filter(page -> stop.stops(page.number(), page.branch()))
                .filter(page -> page.at().isAfter(silentFrom(stop, at, page.at())))
                .filter(page -> !receipts.beganBefore(page, at))
                .forEach(page -> broken.add(stop + " at " + at + ", and then " + page)));
    return new Finding("acknowledged means silent", stopped.size(), broken);
  }

  /** An acknowledgement is the escalation-service's own; a resolution reaches it as an event. */
  private Instant silentFrom(Stop stop, Instant at, Instant handed) {
    return stop.branch().equals(Stop.ALL)
        ? wellSince(at, handed).plus(TRAVELS)
        : at.plus(UNDER_WAY).isAfter(heldUp(at)) ? at.plus(UNDER_WAY) : heldUp(at);
  }

  /** What was under way in a process that then stood still goes on when the process does. */
  private Instant heldUp(Instant acknowledged) {
    return evidence.disturbances().stream()
        .filter(Disturbance::heldUpAProcess)
        .filter(stand -> acknowledged.isAfter(stand.from().minus(UNDER_WAY)))
        .filter(stand -> acknowledged.isBefore(stand.until()))
        .map(stand -> stand.until().plus(UNDER_WAY))
        .max(Comparator.naturalOrder())
        .orElse(acknowledged);
  }

  /** By the clock of Postgres, which is this one: a replica whose clock is ahead tells nobody. */
  private Finding toldBeforeTheWatch() {
    List<Handed> held =
        evidence.handed().stream().filter(page -> page.person().equals(Expected.HELD)).toList();
    List<String> broken =
        held.stream()
            .filter(page -> page.at().isBefore(evidence.watchBegins()))
            .map(page -> page + ", the watch began at " + evidence.watchBegins())
            .toList();
    return new Finding("held until the watch begins", held.size(), broken);
  }

  /** What was told of before the policy was changed had started, and goes on as it was. */
  private Finding toldByAnotherPolicy() {
    List<String> broken = new ArrayList<>();
    long checked = 0;
    for (Case sent : evidence.cases()) {
      List<Handed> pages = receipts.of(sent.number());
      if (pages.isEmpty() || !pages.getFirst().at().isBefore(evidence.change().from())) {
        continue;
      }
      checked++;
      pages.stream()
          .filter(page -> page.person().equals(Expected.NEWCOMER))
          .forEach(page -> broken.add(page + " of a case that had started before"));
    }
    return new Finding("a policy changes for what starts after it", checked, broken);
  }

  private Finding lateAfterRecovery() {
    List<String> broken = new ArrayList<>();
    long checked = 0;
    for (Case sent : evidence.cases()) {
      Instant accepted = evidence.accepted().get(sent.number());
      if (accepted == null) {
        continue;
      }
      for (Expected wanted : owed(sent)) {
        Optional<Instant> first = receipts.first(sent, wanted);
        if (first.isEmpty()) {
          continue;
        }
        checked++;
        Instant limit = wellSince(due(accepted, wanted), first.get()).plus(CATCH_UP);
        if (first.get().isAfter(limit)) {
          Duration late = Duration.between(limit, first.get());
          broken.add(sent.name() + " " + wanted + ": " + late.toMillis() + " ms after the limit");
        }
      }
    }
    return new Finding("handed over within 10 s of recovery", checked, broken);
  }

  /**
   * What is owed whatever dies: all pages of the branches that nobody has stopped. A repetition
   * that became due before the page before it got through is not: one page tells of both.
   */
  private List<Expected> owed(Case sent) {
    return expected(sent).stream()
        .filter(page -> !isStopped(sent, page.branch()))
        .filter(page -> page.repetition() == 0 || !merged(sent, page))
        .toList();
  }

  /** With whoever the changed policy names, if the case was sent after the change. */
  private List<Expected> expected(Case sent) {
    Instant first = evidence.sent().get(sent.number());
    boolean after = first != null && first.isAfter(evidence.change().until());
    return after ? sent.expectedAtMost() : sent.expected();
  }

  private boolean isStopped(Case sent, String branch) {
    return stopped.keySet().stream().anyMatch(stop -> stop.stops(sent.number(), branch));
  }

  private Instant due(Instant accepted, Expected wanted) {
    Instant due = accepted.plus(wanted.after());
    boolean held = wanted.person().equals(Expected.HELD);
    return held && due.isBefore(evidence.watchBegins()) ? evidence.watchBegins() : due;
  }

  private boolean merged(Case sent, Expected repetition) {
    Instant accepted = evidence.accepted().get(sent.number());
    return accepted != null
        && receipts
            .first(sent, repetition.before())
            .filter(before -> before.isAfter(accepted.plus(repetition.after())))
            .isPresent();
  }

  private static long expected(Case sent, String receiver) {
    return sent.expectedAtMost().stream()
        .filter(page -> receiver.equals(page.person() + " by " + page.channel()))
        .count();
  }

  /** The due instant, or the end of the last disturbance between it and the handing over. */
  private Instant wellSince(Instant due, Instant handedOver) {
    return evidence.disturbances().stream()
        .filter(disturbance -> disturbance.touches(due, handedOver))
        .map(Disturbance::until)
        .filter(until -> until.isAfter(due))
        .max(Comparator.naturalOrder())
        .orElse(due);
  }
}
