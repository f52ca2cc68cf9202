package io.watchbill.escalation.ladder;

import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.rehearsal.DryRunRequest;
import io.watchbill.escalation.rehearsal.DryRunView;
import io.watchbill.escalation.rehearsal.DryRunner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes dry runs, and looks how those who would be paged are reached. */
@ApplicationScoped
class RehearsedReader {
  private static final int MOST = 500;

  private final DryRunner dryRuns;
  private final Ways ways;
  private final Names names;

  RehearsedReader(DryRunner dryRuns, Ways ways, Names names) {
    this.dryRuns = dryRuns;
    this.ways = ways;
    this.names = names;
  }

  Rehearsed read(String id, DryRunRequest request, Locale language) {
    DryRunView run = dryRuns.run(id, request);
    SortedSet<String> targets =
        run.pages().stream()
            .map(DryRunView.Paged::target)
            .collect(Collectors.toCollection(TreeSet::new));
    Ways.Known known = ways.of(targets, language);
    List<PagedRow> pages = run.pages().stream().limit(MOST).map(page -> row(page, known)).toList();
    return new Rehearsed(pages, steps(run), warnings(run, targets, known), run);
  }

  /** A step without an instant ends when it is decided that it is not taken: last. */
  private static List<DryRunView.Step> steps(DryRunView run) {
    return run.steps().stream()
        .sorted(
            Comparator.comparing(
                DryRunView.Step::at, Comparator.nullsLast(Comparator.naturalOrder())))
        .limit(MOST)
        .toList();
  }

  private PagedRow row(DryRunView.Paged page, Ways.Known known) {
    return new PagedRow(
        page.at(),
        page.step(),
        names.person(page.target()),
        known.of(page.target()),
        page.reason());
  }

  private List<Warning> warnings(DryRunView run, SortedSet<String> targets, Ways.Known known) {
    List<Warning> warnings = new ArrayList<>();
    if (targets.isEmpty()) {
      warnings.add(new Warning("nobody", "", ""));
    }
    for (String target : targets) {
      List<Ways.Way> itsWays = known.of(target);
      String name = names.person(target);
      if (itsWays.isEmpty()) {
        warnings.add(new Warning("unreachable", name, ""));
      } else if (known.unverified().contains(target)) {
        warnings.add(new Warning("unverified", name, ""));
      } else if (itsWays.size() == 1 && !target.startsWith("webhook:")) {
        warnings.add(new Warning("oneWay", name, itsWays.getFirst().kind()));
      }
    }
    run.alarms().forEach(alarm -> warnings.add(new Warning("alarm", alarm.kind(), alarm.reason())));
    return warnings;
  }
}
