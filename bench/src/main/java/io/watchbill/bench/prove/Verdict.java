package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Map<Integer, List<Handed>> byCase;

  Verdict(Evidence evidence) {
    this.evidence = evidence;
    this.byCase =
        evidence.handed().stream()
            .sorted(Comparator.comparing(Handed::at))
            .collect(Collectors.groupingBy(Handed::number));
  }

  /** What was looked at, and each finding; no finding is a proof. */
  record Finding(String law, long checked, List<String> broken) {}

  List<Finding> findings() {
    return List.of(
        alertsLost(), pagesLost(), unmarkedDuplicates(), notSilent(), lateAfterRecovery());
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
        if (handed(sent, wanted).isEmpty()) {
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
      handed(sent).stream()
          .collect(Collectors.groupingBy(Handed::delivery))
          .forEach(
              (delivery, copies) -> {
                if (copies.stream().filter(copy -> !copy.marked()).count() > 1) {
                  broken.add(sent.name() + ": delivery " + delivery + " twice, not marked");
                }
              });
      byReceiver(sent)
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
    evidence
        .stopped()
        .forEach(
            (stop, at) ->
                byCase.getOrDefault(stop.number(), List.of()).stream()
                    .filter(page -> stop.stops(page.number(), page.branch()))
                    .filter(page -> page.at().isAfter(silentFrom(stop, at, page.at())))
                    .forEach(page -> broken.add(stop + " at " + at + ", and then " + page)));
    return new Finding("acknowledged means silent", evidence.stopped().size(), broken);
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
        .filter(disturbance -> disturbance.kind() == Disturbance.Kind.STANDSTILL)
        .filter(stand -> acknowledged.isAfter(stand.from().minus(UNDER_WAY)))
        .filter(stand -> acknowledged.isBefore(stand.until()))
        .map(stand -> stand.until().plus(UNDER_WAY))
        .max(Comparator.naturalOrder())
        .orElse(acknowledged);
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
        Optional<Instant> first = handed(sent, wanted);
        if (first.isEmpty()) {
          continue;
        }
        checked++;
        Instant limit = wellSince(accepted.plus(wanted.after()), first.get()).plus(CATCH_UP);
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
    return sent.expected().stream()
        .filter(page -> evidence.stopped(sent.number(), page.branch()).isEmpty())
        .filter(page -> page.repetition() == 0 || !merged(sent, page))
        .toList();
  }

  private boolean merged(Case sent, Expected repetition) {
    Instant accepted = evidence.accepted().get(sent.number());
    return accepted != null
        && handed(sent, repetition.before())
            .filter(before -> before.isAfter(accepted.plus(repetition.after())))
            .isPresent();
  }

  private static long expected(Case sent, String receiver) {
    return sent.expected().stream()
        .filter(page -> receiver.equals(page.person() + " by " + page.channel()))
        .count();
  }

  /** When this page was first handed over: a receiver's pages come in the order of their steps. */
  private Optional<Instant> handed(Case sent, Expected wanted) {
    List<Instant> pages =
        byReceiver(sent).getOrDefault(wanted.person() + " by " + wanted.channel(), List.of());
    return pages.stream().skip(wanted.repetition()).findFirst();
  }

  /** When each page was first handed over, by person and channel. */
  private Map<String, List<Instant>> byReceiver(Case sent) {
    Set<String> seen = new HashSet<>();
    return handed(sent).stream()
        .filter(handed -> seen.add(handed.page() + " " + handed.channel()))
        .collect(
            Collectors.groupingBy(
                handed -> handed.person() + " by " + handed.channel(),
                Collectors.mapping(Handed::at, Collectors.toList())));
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

  private List<Handed> handed(Case sent) {
    return byCase.getOrDefault(sent.number(), List.of());
  }
}
