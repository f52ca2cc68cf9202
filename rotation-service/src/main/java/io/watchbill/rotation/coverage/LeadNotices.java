package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.NoticePublisher;
import io.watchbill.rotation.shiftnotice.NoticeText;
import io.watchbill.rotation.shiftnotice.NoticeWording;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Notifies the lead of findings: of each once while it lasts, and again when it grows or comes
 * back; all stretches of the same problem in one notice.
 */
@ApplicationScoped
class LeadNotices {
  private static final int MOST_FINDINGS = 1_000;
  private static final int MOST_NOTICES = 20;
  private static final int MOST_STRETCHES = 5;

  private final CoverageRepository checks;
  private final NoticePublisher notices;

  LeadNotices(CoverageRepository checks, NoticePublisher notices) {
    this.checks = checks;
    this.notices = notices;
  }

  /**
   * Notifies the lead of new findings.
   *
   * @param contacts whether these are the findings about contact methods, or all others
   * @return whether there were too many findings to notify about at once
   */
  boolean notifyOfNew(
      Tx tx,
      StoredRotation rotation,
      boolean contacts,
      Span checked,
      List<CoverageFinding> findings) {
    List<CoverageFinding> found =
        findings.stream()
            .sorted(
                Comparator.comparing(CoverageFinding::kind).thenComparing(CoverageFinding::from))
            .limit(MOST_FINDINGS)
            .toList();
    List<NotifiedFinding> before = checks.notified(tx, rotation.id(), contacts);
    List<NotifiedFinding> known = new ArrayList<>();
    Map<String, List<CoverageFinding>> news = new LinkedHashMap<>();
    for (CoverageFinding finding : found) {
      if (NotifiedFinding.holds(before, finding)) {
        known.add(NotifiedFinding.of(finding, checked));
      } else {
        news.computeIfAbsent(NotifiedFinding.place(finding), p -> new ArrayList<>()).add(finding);
      }
    }
    List<List<CoverageFinding>> now = news.values().stream().limit(MOST_NOTICES).toList();
    for (List<CoverageFinding> stretches : now) {
      notifyLead(tx, rotation, stretches);
      stretches.forEach(finding -> known.add(NotifiedFinding.of(finding, checked)));
    }
    checks.remember(tx, rotation.id(), contacts, known);
    return now.size() < news.size();
  }

  private void notifyLead(Tx tx, StoredRotation rotation, List<CoverageFinding> stretches) {
    CoverageFinding first = stretches.getFirst();
    notices.notifyLead(
        tx,
        rotation,
        kind(first.kind()),
        first.from(),
        to ->
            new NoticeText(
                title(to, rotation, first),
                "From " + times(to, stretches) + ". " + advice(first.kind())));
  }

  private static String title(NoticeWording to, StoredRotation rotation, CoverageFinding first) {
    return first.kind() == CoverageFinding.Kind.GAP
        ? "Nobody is on call as " + first.role() + " of " + rotation.name()
        : "In " + rotation.name() + " " + first.textWith(to::name);
  }

  private static String kind(CoverageFinding.Kind kind) {
    return switch (kind) {
      case GAP -> "gap-ahead";
      case TWO_ROLES, DOUBLE_BOOKING, ABSENT -> "clash-ahead";
      case NO_CONTACT -> "no-contact-ahead";
    };
  }

  private static String times(NoticeWording to, List<CoverageFinding> stretches) {
    String named =
        stretches.stream()
            .limit(MOST_STRETCHES)
            .map(finding -> to.times(finding.from(), finding.to()))
            .collect(Collectors.joining("; "));
    int more = stretches.size() - MOST_STRETCHES;
    return more > 0 ? named + "; and " + more + " more" : named;
  }

  private static String advice(CoverageFinding.Kind kind) {
    return switch (kind) {
      case GAP -> "Create an override that adds somebody, or change the definition.";
      case TWO_ROLES -> "Create an override that gives one of the roles to somebody else.";
      case DOUBLE_BOOKING -> "Request cover in one of the rotations, or create an override there.";
      case ABSENT -> "Replace them with an override, or ask a named person for cover.";
      case NO_CONTACT ->
          "They should verify a contact method before their shift, or somebody else "
              + "should take it.";
    };
  }
}
