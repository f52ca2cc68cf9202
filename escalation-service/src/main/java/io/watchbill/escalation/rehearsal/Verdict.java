package io.watchbill.escalation.rehearsal;

import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares the expected pages of a test with those of a rehearsal. */
final class Verdict {
  private static final int MOST_DIFFERENCES = 20;
  private static final int LONGEST = 400;

  private Verdict() {}

  /** Returns the differences for the author of the test; empty when there are none. */
  static List<String> differences(PolicyTests.Case test, List<Rehearsal.Evaluation> turns) {
    Instant until = test.at().plus(test.within());
    List<PageOrder> pages =
        turns.stream()
            .filter(turn -> !turn.at().isAfter(until))
            .flatMap(turn -> turn.decision().orders().pages().stream())
            .toList();
    List<String> differences = new ArrayList<>();
    int places = Math.max(pages.size(), test.expect().size());
    for (int i = 0; i < places; i++) {
      if (differences.size() == MOST_DIFFERENCES) {
        differences.add("and perhaps more");
        return differences;
      }
      PolicyTests.Expected expected = i < test.expect().size() ? test.expect().get(i) : null;
      PageOrder page = i < pages.size() ? pages.get(i) : null;
      if (expected == null || page == null || !fits(test, expected, page)) {
        differences.add(
            "%d: expected %s, but %s"
                .formatted(
                    i + 1,
                    expected == null ? "nobody more" : cut(says(expected)),
                    page == null ? "nobody more was paged" : cut(says(test, page))));
      }
    }
    return differences;
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static boolean fits(
      PolicyTests.Case test, PolicyTests.Expected expected, PageOrder page) {
    return expected.paged().equals(DryRuns.who(page))
        && (expected.after() == null || test.at().plus(expected.after()).equals(page.due()))
        && (expected.step() == null || expected.step().equals(page.step().name()))
        && (expected.because() == null || page.reason().contains(expected.because()));
  }

  private static String says(PolicyTests.Expected expected) {
    return expected.paged()
        + (expected.after() == null ? "" : " after " + Wording.duration(expected.after()))
        + (expected.step() == null ? "" : " by step “" + expected.step() + "”")
        + (expected.because() == null ? "" : " because “" + expected.because() + "”");
  }

  private static String says(PolicyTests.Case test, PageOrder page) {
    return "%s was paged after %s by step “%s” because “%s”"
        .formatted(
            DryRuns.who(page),
            Wording.duration(Duration.between(test.at(), page.due())),
            page.step().name(),
            page.reason());
  }
}
