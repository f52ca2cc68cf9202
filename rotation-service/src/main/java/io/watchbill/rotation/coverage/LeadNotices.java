package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.Notices;
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
  private final Notices notices;

  LeadNotices(CoverageRepository checks, Notices notices) {
    this.checks = checks;
    this.notices = notices;
  }

  /**
   * Notifies the lead of new findings.
   *
   * @param contacts whether these are the findings about contact methods, or all others
   * @return whether there were too many findings to notify about at once
   */
  boolean tell(
      Tx tx, StoredRotation rotation, boolean contacts, Span looked, List<Finding> findings) {
    List<Finding> found =
        findings.stream()
            .sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::from))
            .limit(MOST_FINDINGS)
            .toList();
    List<NotifiedFinding> told = checks.told(tx, rotation.id(), contacts);
    List<NotifiedFinding> known = new ArrayList<>();
    Map<String, List<Finding>> news = new LinkedHashMap<>();
    for (Finding finding : found) {
      if (NotifiedFinding.holds(told, finding)) {
        known.add(NotifiedFinding.of(finding, looked));
      } else {
        news.computeIfAbsent(NotifiedFinding.place(finding), p -> new ArrayList<>()).add(finding);
      }
    }
    List<List<Finding>> now = news.values().stream().limit(MOST_NOTICES).toList();
    for (List<Finding> stretches : now) {
      tell(tx, rotation, stretches);
      stretches.forEach(finding -> known.add(NotifiedFinding.of(finding, looked)));
    }
    checks.remember(tx, rotation.id(), contacts, known);
    return now.size() < news.size();
  }

  private void tell(Tx tx, StoredRotation rotation, List<Finding> stretches) {
    Finding first = stretches.getFirst();
    notices.tellLead(
        tx,
        rotation,
        kind(first.kind()),
        first.kind() == Finding.Kind.GAP
            ? "Nobody is " + first.role() + " of " + rotation.name()
            : "In " + rotation.name() + " " + first.text(),
        "From " + times(stretches) + ". " + advice(first.kind()),
        first.from());
  }

  private static String kind(Finding.Kind kind) {
    return switch (kind) {
      case GAP -> "gap-ahead";
      case TWO_ROLES, DOUBLE_BOOKING, ABSENT -> "clash-ahead";
      case NO_CONTACT -> "no-contact-ahead";
    };
  }

  private static String times(List<Finding> stretches) {
    String told =
        stretches.stream()
            .limit(MOST_STRETCHES)
            .map(finding -> finding.from() + " to " + finding.to())
            .collect(Collectors.joining("; "));
    int more = stretches.size() - MOST_STRETCHES;
    return more > 0 ? told + "; and " + more + " more" : told;
  }

  private static String advice(Finding.Kind kind) {
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
