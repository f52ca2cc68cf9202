package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the evidence of a run: a pure function, tested for itself. What is owed follows from what
 * was handed over and when: the plan alone does not know how late a process was that got no
 * processor.
 */
final class ProveVerdict {
  /** A resolution travels from the intake to the pages, so soon when all is well. */
  static final Duration TRAVELS = Duration.ofSeconds(5);

  /** So soon after everything is well again all that is due has been handed over. */
  static final Duration CATCH_UP = Duration.ofSeconds(10);

  private final Evidence evidence;
  private final Map<Stop, Instant> stopped;
  private final Receipts receipts;
  private final Disturbances disturbances;

  ProveVerdict(Evidence evidence) {
    this.evidence = evidence;
    this.stopped = evidence.acts().stopped();
    this.receipts = new Receipts(evidence.handed());
    this.disturbances = new Disturbances(evidence.disturbances());
  }

  /** A law, how often it was checked and where it was broken; no break is a proof. */
  record Finding(String law, long checked, List<String> broken) {}

  List<Finding> findings() {
    return List.of(
        alertsLost(),
        pagesLost(),
        endedByThemselves(),
        unmarkedDuplicates(),
        notTaken(),
        notSilent(),
        pagedBeforeTheShift(),
        pagedByAnotherPolicy(),
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
        if (!mayStillCome(sent, wanted)) {
          checked++;
          if (receipts.first(sent, wanted).isEmpty()) {
            broken.add(sent.name() + ": nothing reached " + wanted);
          }
        }
      }
    }
    return new Finding("no page lost", checked, broken);
  }

  /** Pages that had not come when the run ended, and for which it did not wait long enough. */
  long notWaitedFor() {
    return evidence.cases().stream()
        .mapToLong(sent -> owed(sent).stream().filter(page -> mayStillCome(sent, page)).count())
        .sum();
  }

  /**
   * It has not come, and it is not certain that it should have: the machine was busy to the end.
   */
  private boolean mayStillCome(Case sent, Expected wanted) {
    Instant accepted = evidence.accepted().get(sent.number());
    if (accepted == null || receipts.first(sent, wanted).isPresent()) {
      return false;
    }
    Instant end = evidence.watchedUntil();
    Instant due = due(sent, accepted, wanted);
    return disturbances.wellSince(due, end).plus(CATCH_UP).isAfter(end);
  }

  /** Nobody but the run itself ends a process, whatever is asked of it. */
  private Finding endedByThemselves() {
    return new Finding("no process ends by itself", 1, evidence.ended());
  }

  /**
   * Of the copies of a delivery all but one say that they may not be the first. The one that does
   * not may come last: a process can stand still with it under way while another takes over.
   */
  private Finding unmarkedDuplicates() {
    List<String> broken = new ArrayList<>();
    for (Case sent : evidence.cases()) {
      receipts.of(sent.number()).stream()
          .collect(Collectors.groupingBy(ReceivedPage::delivery))
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
                      "%s: %d pages for %s, who must be paged %d times"
                          .formatted(sent.name(), pages.size(), receiver, steps));
                }
              });
    }
    return new Finding("no unmarked duplicate", evidence.handed().size(), broken);
  }

  /** How many pages came as late as they did because a process got no processor. */
  Map<Disturbance, Long> excused() {
    return Stream.of(tries(), afterStops(), owedPages())
        .flatMap(List::stream)
        .flatMap(page -> page.excuse(disturbances).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private Finding notTaken() {
    List<Timed> tries = tries();
    return new Finding(
        "acknowledged or resolved within 10 s of recovery", tries.size(), late(tries));
  }

  /** What people did, and until when it had to be answered as taken. */
  private List<Timed> tries() {
    List<Timed> tries = new ArrayList<>();
    evidence
        .acts()
        .begun()
        .forEach(
            (act, begun) -> {
              Instant answered = evidence.acts().doneAt(act).orElse(evidence.watchedUntil());
              tries.add(
                  new Timed(
                      answered,
                      broken -> broken.wellSince(begun, answered).plus(CATCH_UP),
                      "%s, tried from %s to %s".formatted(act, begun, answered)));
            });
    return tries;
  }

  private Finding notSilent() {
    return new Finding("acknowledged means silent", stopped.size(), late(afterStops()));
  }

  private List<String> late(List<Timed> pages) {
    return pages.stream().filter(page -> page.isLate(disturbances)).map(Timed::breach).toList();
  }

  /** The pages of branches that were stopped, and until when each may have come. */
  private List<Timed> afterStops() {
    List<Timed> pages = new ArrayList<>();
    stopped.forEach(
        (stop, at) ->
            receipts.of(stop.number()).stream()
                .filter(page -> stop.stops(page.number(), page.branch()))
                .filter(page -> !receipts.beganBefore(page, at))
                .map(page -> afterStop(stop, at, page))
                .forEach(pages::add));
    return pages;
  }

  /** An acknowledgement is the escalation-service's own; a resolution reaches it as an event. */
  private static Timed afterStop(Stop stop, Instant at, ReceivedPage page) {
    return new Timed(
        page.at(),
        stop.branch().equals(Stop.ALL)
            ? broken -> broken.wellSince(at, page.at()).plus(TRAVELS)
            : broken -> broken.underWayUntil(at),
        stop + " at " + at + ", and then " + page);
  }

  /** By the clock of Postgres, which is this one: a replica whose clock is ahead pages nobody. */
  private Finding pagedBeforeTheShift() {
    List<ReceivedPage> held =
        evidence.handed().stream().filter(page -> page.person().equals(Expected.HELD)).toList();
    List<String> broken =
        held.stream()
            .filter(page -> page.at().isBefore(evidence.shiftBegins()))
            .map(page -> page + ", the shift began at " + evidence.shiftBegins())
            .toList();
    return new Finding("held until the shift begins", held.size(), broken);
  }

  /** Escalations that started before the policy was changed go on by the old one. */
  private Finding pagedByAnotherPolicy() {
    List<String> broken = new ArrayList<>();
    long checked = 0;
    for (Case sent : evidence.cases()) {
      List<ReceivedPage> pages = receipts.of(sent.number());
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
    List<Timed> pages = owedPages();
    return new Finding("handed over within 10 s of recovery", pages.size(), late(pages));
  }

  /** The pages that were owed and came, and until when each had to. */
  private List<Timed> owedPages() {
    List<Timed> pages = new ArrayList<>();
    for (Case sent : evidence.cases()) {
      Instant accepted = evidence.accepted().get(sent.number());
      if (accepted == null) {
        continue;
      }
      for (Expected wanted : owed(sent)) {
        receipts
            .first(sent, wanted)
            .map(first -> owedPage(sent, wanted, due(sent, accepted, wanted), first))
            .ifPresent(pages::add);
      }
    }
    return pages;
  }

  private static Timed owedPage(Case sent, Expected wanted, Instant due, Instant first) {
    return new Timed(
        first,
        broken -> broken.wellSince(due, first).plus(CATCH_UP),
        "%s %s: due at %s, came at %s".formatted(sent.name(), wanted, due, first));
  }

  /**
   * Returns the pages that are owed whatever dies: all of the branches that nobody has stopped, or
   * tried to without knowing whether that took effect. A person who has acknowledged a branch that
   * needs another person, too, is not paged again.
   */
  private List<Expected> owed(Case sent) {
    return expected(sent).stream()
        .filter(page -> !isStopped(sent, page.branch()))
        .filter(page -> !evidence.acts().isInDoubt(sent.number(), page.branch()))
        .filter(page -> page.repetition() == 0 || !hasDoneTheirPart(sent, page))
        .toList();
  }

  /** With the people whom the changed policy names, if the case was sent after the change. */
  private List<Expected> expected(Case sent) {
    Instant first = evidence.sent().get(sent.number());
    boolean after = first != null && first.isAfter(evidence.change().until());
    return after ? sent.expectedAtMost() : sent.expected();
  }

  private boolean isStopped(Case sent, String branch) {
    return stopped.keySet().stream().anyMatch(stop -> stop.stops(sent.number(), branch));
  }

  /**
   * When a page is due at the latest. A repetition that was missed follows the page before it at
   * its interval, and whether it was missed only the engine knows: it is owed by either.
   */
  private Instant due(Case sent, Instant accepted, Expected wanted) {
    Instant due = accepted.plus(wanted.after());
    if (wanted.person().equals(Expected.HELD)) {
      return latest(due, evidence.shiftBegins());
    }
    return wanted.repetition() == 0
        ? due
        : receipts
            .first(sent, wanted.before())
            .map(before -> latest(due, before.plus(Case.REPETITION)))
            .orElse(due);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean hasDoneTheirPart(Case sent, Expected repetition) {
    return Expected.acknowledgementsNeeded(repetition.branch()) > 1
        && sent.actsOn(repetition.person());
  }

  private static long expected(Case sent, String receiver) {
    return sent.expectedAtMost().stream()
        .filter(page -> receiver.equals(page.person() + " by " + page.channel()))
        .count();
  }
}
