package io.watchbill.rotation.coverage;

import static java.util.Objects.requireNonNull;

import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Cancellation;
import io.watchbill.rotation.calendar.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks final shifts for problems: pure functions of shifts.
 *
 * @param roles the roles that exist in the range
 * @param elsewhere when people are on call in other rotations, by rotation
 * @param absences when people are absent
 * @param unreachable the people on call whom no page reaches; null when unknown
 */
record CoverageCheck(
    Span range,
    FinalShifts shifts,
    Set<String> roles,
    Map<String, Map<String, List<Span>>> elsewhere,
    Map<String, List<Span>> absences,
    @Nullable Set<String> unreachable) {

  /** Returns the check with the people whom no page reaches. */
  CoverageCheck knowing(Set<String> nobodyReaches) {
    return new CoverageCheck(range, shifts, roles, elsewhere, absences, nobodyReaches);
  }

  /** Returns the check with the times when people cannot be on call. */
  CoverageCheck knowing(
      Map<String, Map<String, List<Span>>> onCallElsewhere, Map<String, List<Span>> absent) {
    return new CoverageCheck(range, shifts, roles, onCallElsewhere, absent, unreachable);
  }

  List<CoverageFinding> findings() {
    List<CoverageFinding> findings = new ArrayList<>();
    gaps().forEach(gap -> findings.add(gap(gap)));
    findings.addAll(twoRoles());
    elsewhere.forEach(
        (rotation, shifts) ->
            findings.addAll(
                clashes(
                    CoverageFinding.Kind.DOUBLE_BOOKING,
                    shifts,
                    "is on call in " + rotation + " too")));
    findings.addAll(clashes(CoverageFinding.Kind.ABSENT, absences, "is on call and absent"));
    if (unreachable != null) {
      findings.addAll(unreachablePeople(unreachable));
    }
    findings.sort(
        Comparator.comparing(CoverageFinding::from)
            .thenComparing(finding -> finding.kind().ordinal()));
    return findings;
  }

  /** Returns the times at which nobody is on call and that is not by design. */
  List<Gap> gaps() {
    return shifts.gaps().stream().filter(gap -> !gap.byDesign()).toList();
  }

  private static CoverageFinding gap(Gap gap) {
    return new CoverageFinding(
        CoverageFinding.Kind.GAP,
        gap.role(),
        null,
        gap.span().start(),
        gap.span().end(),
        "nobody is " + gap.role());
  }

  /** Returns a finding for each unreachable person, from their first shift on. */
  private List<CoverageFinding> unreachablePeople(Set<String> unreachable) {
    List<CoverageFinding> findings = new ArrayList<>();
    Presence.of(shifts.shifts())
        .forEach(
            (person, spans) -> {
              if (unreachable.contains(person)) {
                findings.add(
                    new CoverageFinding(
                        CoverageFinding.Kind.NO_CONTACT,
                        null,
                        person,
                        spans.getFirst().start(),
                        range.end(),
                        person + " has no verified contact method: pages may not reach them"));
              }
            });
    return findings;
  }

  private List<CoverageFinding> twoRoles() {
    Map<String, Map<String, List<Span>>> byRole = new TreeMap<>();
    shifts.shifts().stream()
        .collect(Collectors.groupingBy(Shift::role))
        .forEach((role, ofRole) -> byRole.put(role, Presence.of(ofRole)));
    List<CoverageFinding> findings = new ArrayList<>();
    List<String> names = List.copyOf(byRole.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        String other = names.get(j);
        String role = names.get(i);
        Map<String, List<Span>> asOther = requireNonNull(byRole.get(other));
        requireNonNull(byRole.get(role))
            .forEach(
                (person, spans) ->
                    common(spans, asOther.getOrDefault(person, List.of()))
                        .forEach(
                            span ->
                                findings.add(
                                    new CoverageFinding(
                                        CoverageFinding.Kind.TWO_ROLES,
                                        role,
                                        person,
                                        span.start(),
                                        span.end(),
                                        person + " is " + role + " and " + other))));
      }
    }
    return findings;
  }

  private List<CoverageFinding> clashes(
      CoverageFinding.Kind kind, Map<String, List<Span>> others, String text) {
    List<CoverageFinding> findings = new ArrayList<>();
    Presence.of(shifts.shifts())
        .forEach(
            (person, spans) ->
                common(spans, others.getOrDefault(person, List.of()))
                    .forEach(
                        span ->
                            findings.add(
                                new CoverageFinding(
                                    kind,
                                    null,
                                    person,
                                    span.start(),
                                    span.end(),
                                    person + " " + text))));
    return findings;
  }

  private static List<Span> common(List<Span> these, List<Span> those) {
    return these.stream()
        .peek(one -> Cancellation.check())
        .flatMap(one -> those.stream().flatMap(other -> one.within(other).stream()))
        .toList();
  }
}
