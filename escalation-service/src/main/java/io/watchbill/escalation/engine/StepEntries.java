package io.watchbill.escalation.engine;

import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.plan.decision.Outcome;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.timeline.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the timeline entries of a decision: each step with its reason, each person with the
 * channels that page them.
 */
final class StepEntries {
  private StepEntries() {}

  /**
   * Returns the entries of a decision.
   *
   * @param made the new pages of its round
   */
  static List<Entry> of(Instant now, Settled settled, List<Paged.Made> made) {
    List<Entry> entries = new ArrayList<>();
    List<Outcome> notTaken = new ArrayList<>();
    for (Outcome outcome : settled.decision().outcomes()) {
      if (outcome.kind() == Outcome.Kind.NOT_TAKEN) {
        notTaken.add(outcome);
      } else {
        entries.add(entry(now, settled, outcome, own(made, outcome)));
      }
    }
    made.stream()
        .filter(page -> isOnItsOwn(settled, page))
        .forEach(page -> entries.add(entry(now, settled, page)));
    settled.decision().holds().forEach(held -> entries.add(held(now, settled, held)));
    settled.decision().end().ifPresent(end -> entries.add(end(now, settled, end, notTaken)));
    return entries;
  }

  private static List<Paged.Made> own(List<Paged.Made> made, Outcome outcome) {
    return made.stream()
        .filter(page -> page.handover() == 0 && page.key().equals(outcome.key()))
        .toList();
  }

  /** Returns whether a page follows a shift change, or its step still waits for others. */
  private static boolean isOnItsOwn(Settled settled, Paged.Made page) {
    return page.handover() > 0
        || settled.decision().outcomes().stream()
            .noneMatch(outcome -> outcome.key().equals(page.key()));
  }

  private static Entry entry(
      Instant now, Settled settled, Outcome outcome, List<Paged.Made> pages) {
    Step step = settled.policy().steps().get(outcome.key().step());
    boolean paged = outcome.kind() == Outcome.Kind.PAGED;
    boolean inVain = !pages.isEmpty() && pages.stream().noneMatch(Paged.Made::isReached);
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("step", step.name());
    data.put("branch", step.branch().name());
    data.put("run", outcome.key().run());
    data.put("repetition", outcome.key().repetition());
    data.put("outcome", inVain ? "unreachable" : outcome.kind().text());
    data.put("due", String.valueOf(outcome.due()));
    data.put("reason", outcome.reason());
    data.put("people", pages.stream().map(page -> people(settled, page)).toList());
    data.put("after", step.timing().after().toString());
    data.put("since", step.timing().since().text());
    String text = headline(step, outcome, pages) + ": " + outcome.reason();
    return entry(now, settled, paged ? Entry.Kind.PAGE : Entry.Kind.STEP, text, data);
  }

  private static Entry entry(Instant now, Settled settled, Paged.Made page) {
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("step", page.stepName());
    data.put("branch", page.branch().name());
    data.put("run", page.key().run());
    data.put("repetition", page.key().repetition());
    data.put("handover", page.handover());
    data.put("outcome", page.isReached() ? "paged" : "unreachable");
    data.put("reason", page.reason());
    data.put("people", List.of(people(settled, page)));
    String text = PagedText.of(List.of(page)) + ": " + page.reason();
    return entry(now, settled, Entry.Kind.PAGE, text, data);
  }

  private static String headline(Step step, Outcome outcome, List<Paged.Made> pages) {
    if (!pages.isEmpty()) {
      return PagedText.of(pages);
    }
    return outcome.kind() == Outcome.Kind.PAGED
        ? "Step “" + step.name() + "” done"
        : "Step “" + step.name() + "” skipped";
  }

  /** The exact values behind the text. */
  private static Map<String, Object> people(Settled settled, Paged.Made page) {
    Map<String, Object> facts = new HashMap<>(page.facts());
    settled.decision().orders().pages().stream()
        .filter(order -> order.key().equals(page.key()) && order.handover() == page.handover())
        .filter(order -> Pager.target(order.target()).equals(page.target()))
        .findFirst()
        .ifPresent(
            order -> {
              facts.put("due", order.due().toString());
              if (order.role() != null) {
                facts.put("rotation", order.role().rotation());
                facts.put("role", order.role().role());
              }
              if (order.onCallUntil() != null) {
                facts.put("onCallUntil", order.onCallUntil().toString());
              }
            });
    return facts;
  }

  private static Entry entry(
      Instant now, Settled settled, Entry.Kind kind, String text, Map<String, Object> data) {
    return new Entry(
        settled.escalation().incident(), settled.escalation().round(), now, kind, text, data);
  }

  private static Entry held(Instant now, Settled settled, Held held) {
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("step", held.step());
    data.put("branch", held.branch().name());
    data.put("run", held.run());
    data.put("repetition", held.repetition());
    data.put("outcome", "held");
    data.put("due", held.due().toString());
    data.put("until", String.valueOf(held.until()));
    data.put("reason", held.reason());
    return new Entry(
        settled.escalation().incident(),
        settled.escalation().round(),
        now,
        Entry.Kind.STEP,
        "On hold: " + held.reason(),
        data);
  }

  /** Returns one entry for the escalation's end and the steps that were not taken. */
  private static Entry end(Instant now, Settled settled, String end, List<Outcome> notTaken) {
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("reason", end);
    data.put(
        "notTaken",
        notTaken.stream()
            .map(outcome -> name(settled, outcome) + ": " + outcome.reason())
            .distinct()
            .toList());
    String steps =
        notTaken.stream()
            .map(outcome -> name(settled, outcome))
            .distinct()
            .collect(Collectors.joining("”, “", "; not taken: “", "”"));
    return new Entry(
        settled.escalation().incident(),
        settled.escalation().round(),
        now,
        Entry.Kind.STEP,
        "Escalation ended: " + end + (notTaken.isEmpty() ? "" : steps),
        data);
  }

  private static String name(Settled settled, Outcome outcome) {
    return settled.policy().steps().get(outcome.key().step()).name();
  }

  static Map<String, Object> base(Settled settled) {
    return Map.of(
        "escalation", settled.escalation().id().toString(),
        "purpose", settled.escalation().purpose().text(),
        "policy", settled.policy().id());
  }
}
