package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the evidence of a run: a pure function, tested for itself. */
final class Verdict {
  /** A page may be under way to its provider when its case is acknowledged. */
  static final Duration UNDER_WAY = Duration.ofSeconds(1);

  /** So soon after everything is well again all that is due has been handed over. */
  static final Duration CATCH_UP = Duration.ofSeconds(10);

  /** First pages go to alice by both channels, second ones to bob by the webhook. */
  static final List<String> FIRST = List.of("alice webhook", "alice email");

  static final String SECOND = "bob webhook";

  private final Evidence evidence;
  private final Map<Integer, List<Handed>> byCase;

  Verdict(Evidence evidence) {
    this.evidence = evidence;
    this.byCase = evidence.handed().stream().collect(Collectors.groupingBy(Handed::number));
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
      Set<String> got =
          handed(sent).stream()
              .map(h -> h.person() + " " + h.channel())
              .collect(Collectors.toSet());
      for (String wanted : wanted(sent)) {
        checked++;
        if (!got.contains(wanted)) {
          broken.add(sent.name() + ": nothing reached " + wanted);
        }
      }
    }
    return new Finding("no page lost", checked, broken);
  }

  /** An acknowledged case owes only what was due before: its first page by one channel at least. */
  private List<String> wanted(Case sent) {
    if (!evidence.acknowledged().containsKey(sent.number())) {
      return List.of(FIRST.get(0), FIRST.get(1), SECOND);
    }
    return List.of(FIRST.getFirst());
  }

  private Finding unmarkedDuplicates() {
    List<String> broken = new ArrayList<>();
    for (Case sent : evidence.cases()) {
      Set<String> deliveries = new HashSet<>();
      Map<String, String> pages = new HashMap<>();
      for (Handed handed : handed(sent)) {
        if (!deliveries.add(handed.delivery()) && !handed.marked()) {
          broken.add(sent.name() + ": delivery " + handed.delivery() + " twice, not marked");
        }
        String page = pages.putIfAbsent(handed.person(), handed.page());
        if (page != null && !page.equals(handed.page())) {
          broken.add(sent.name() + ": two pages for " + handed.person());
        }
      }
    }
    return new Finding("no unmarked duplicate", evidence.handed().size(), broken);
  }

  private Finding notSilent() {
    List<String> broken = new ArrayList<>();
    evidence
        .acknowledged()
        .forEach(
            (number, at) ->
                byCase.getOrDefault(number, List.of()).stream()
                    .filter(handed -> handed.at().isAfter(at.plus(UNDER_WAY)))
                    .forEach(handed -> broken.add("case " + number + ": " + handed)));
    return new Finding("acknowledged means silent", evidence.acknowledged().size(), broken);
  }

  private Finding lateAfterRecovery() {
    List<String> broken = new ArrayList<>();
    long checked = 0;
    for (Case sent : evidence.cases()) {
      Instant accepted = evidence.accepted().get(sent.number());
      if (accepted == null) {
        continue;
      }
      for (String wanted : wanted(sent)) {
        Optional<Instant> first = firstHanded(sent, wanted);
        if (first.isEmpty()) {
          continue;
        }
        checked++;
        Instant due = wanted.equals(SECOND) ? accepted.plus(Case.SECOND_STEP) : accepted;
        Instant limit = wellSince(due, first.get()).plus(CATCH_UP);
        if (first.get().isAfter(limit)) {
          Duration late = Duration.between(limit, first.get());
          broken.add(sent.name() + " " + wanted + ": " + late.toMillis() + " ms after the limit");
        }
      }
    }
    return new Finding("handed over within 10 s of recovery", checked, broken);
  }

  private Optional<Instant> firstHanded(Case sent, String wanted) {
    return handed(sent).stream()
        .filter(handed -> (handed.person() + " " + handed.channel()).equals(wanted))
        .map(Handed::at)
        .min(Comparator.naturalOrder());
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
    return byCase.getOrDefault(sent.number(), List.of()).stream()
        .sorted(Comparator.comparing(Handed::at))
        .toList();
  }
}
