package io.watchbill.rotation.coverage;

import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rates how good the coverage is, from a check and its findings. */
final class CoverageRating {
  private final CoverageCheck check;
  private final List<CoverageFinding> findings;

  private CoverageRating(CoverageCheck check) {
    this.check = check;
    this.findings = check.findings();
  }

  static Score of(CoverageCheck check) {
    return new CoverageRating(check).score();
  }

  private Score score() {
    return Score.of(
        List.of(
            coverage(),
            part("one role each", 15, CoverageFinding.Kind.TWO_ROLES),
            part("one rotation at a time", 10, CoverageFinding.Kind.DOUBLE_BOOKING),
            part("nobody absent", 15, CoverageFinding.Kind.ABSENT),
            reachable()));
  }

  private Score.Part coverage() {
    long whole = length(check.range()) * Math.max(1, check.roles().size());
    long missing = check.gaps().stream().mapToLong(gap -> length(gap.span())).sum();
    return Score.Part.of(
        "coverage",
        45,
        percent(whole - missing, whole),
        new Score.Uncovered(
            Duration.ofSeconds(missing).toHours(), Duration.ofSeconds(whole).toHours()));
  }

  private Score.Part part(String name, int weight, CoverageFinding.Kind kind) {
    long shift =
        Presence.of(check.shifts().shifts()).values().stream()
            .flatMap(List::stream)
            .mapToLong(CoverageRating::length)
            .sum();
    List<CoverageFinding> ofKind =
        findings.stream().filter(finding -> finding.kind() == kind).toList();
    long wrong =
        Math.min(shift, ofKind.stream().mapToLong(f -> length(new Span(f.from(), f.to()))).sum());
    return Score.Part.of(
        name,
        weight,
        shift == 0 ? 100 : percent(shift - wrong, shift),
        new Score.Found(ofKind.size()));
  }

  private Score.Part reachable() {
    Set<String> unreachable = check.unreachable();
    if (unreachable == null) {
      return Score.Part.of("reachable", 15, null, new Score.NoAnswer());
    }
    Set<String> people = new TreeSet<>();
    check.shifts().shifts().forEach(shift -> people.addAll(shift.people()));
    return Score.Part.of(
        "reachable",
        15,
        people.isEmpty() ? 100 : percent(people.size() - unreachable.size(), people.size()),
        new Score.Unreachable(new TreeSet<>(unreachable)));
  }

  private static int percent(long part, long whole) {
    return (int) (100 * part / whole);
  }

  private static long length(Span span) {
    return Duration.between(span.start(), span.end()).toSeconds();
  }
}
