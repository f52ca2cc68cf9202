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
 * Tells the lead of findings: each once while it lasts, again when it grows or comes back; all
 * stretches of one and the same in one notice.
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
   * Tells what is new.
   *
   * @param contacts whether these are all findings about contact methods, or all others
   * @return whether there was more to tell than may be told at once
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
      case GAP -> "Add somebody with an override, or change the definition.";
      case TWO_ROLES -> "Let somebody else have one of the roles: an override replaces them there.";
      case DOUBLE_BOOKING -> "Ask for cover in one of the rotations, or replace them there.";
      case ABSENT -> "Replace them with an override, or name somebody in the request for cover.";
      case NO_CONTACT ->
          "They verify a contact method before their shift, or somebody else stands it.";
    };
  }
}
