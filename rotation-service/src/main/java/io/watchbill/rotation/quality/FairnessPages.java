package io.watchbill.rotation.quality;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.coverage.CoverageFinding;
import io.watchbill.rotation.coverage.CoverageReport;
import io.watchbill.rotation.coverage.CoverageService;
import io.watchbill.rotation.coverage.Score;
import io.watchbill.rotation.fairness.FairnessService;
import io.watchbill.rotation.fairness.Share;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.rotation.RotationView;
import io.watchbill.rotation.shift.ShiftService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the page of fairness and coverage shows. */
@ApplicationScoped
class FairnessPages {
  /** As far back as a fairness plan looks, and as far ahead as the coverage check. */
  private static final int DAYS_BACK = 90;

  private static final int DAYS_AHEAD = 60;

  private final Database database;
  private final RotationService rotations;
  private final FairnessService fairness;
  private final CoverageService coverage;
  private final ShiftService shifts;
  private final KnownPeople people;
  private final Frame frame;
  private final Clock clock;

  FairnessPages(
      Database database,
      RotationService rotations,
      FairnessService fairness,
      CoverageService coverage,
      ShiftService shifts,
      KnownPeople people,
      Frame frame,
      Clock clock) {
    this.database = database;
    this.rotations = rotations;
    this.fairness = fairness;
    this.coverage = coverage;
    this.shifts = shifts;
    this.people = people;
    this.frame = frame;
    this.clock = clock;
  }

  /**
   * Reads the page.
   *
   * @param asked the fields that were filled
   */
  FairnessPage read(String id, Map<String, String> asked) {
    RotationView rotation = rotations.get(id).rotation();
    Map<String, String> fields = withDefaults(asked);
    List<Share> shares = new ArrayList<>();
    Optional<Refusal> refusal = Refusal.of(fields, () -> shares.addAll(shares(id, fields)));
    CoverageReport report = coverage.check(id, DAYS_AHEAD);
    Map<String, String> names = names(shares, report);
    shares.sort(
        Comparator.comparing(
            share -> names.getOrDefault(share.person(), share.person()),
            String.CASE_INSENSITIVE_ORDER));
    return new FairnessPage(rotation, fields, shares, report, names, refusal);
  }

  private Map<String, String> withDefaults(Map<String, String> asked) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), frame.zone());
    Map<String, String> fields = new HashMap<>();
    fields.put("from", today.minusDays(DAYS_BACK).toString());
    fields.put("to", today.plusDays(DAYS_AHEAD).toString());
    asked.entrySet().stream()
        .filter(field -> !field.getValue().isBlank())
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private List<Share> shares(String id, Map<String, String> fields) {
    ZoneId zone = frame.zone();
    LocalDate first = day("from", fields);
    LocalDate last = day("to", fields);
    Span range =
        shifts.range(
            first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    return fairness.view(id, range, Optional.ofNullable(fields.get("role"))).people();
  }

  private static LocalDate day(String field, Map<String, String> fields) {
    try {
      LocalDate day = LocalDate.parse(fields.getOrDefault(field, ""));
      if (day.getYear() >= 1970 && day.getYear() < 10_000) {
        return day;
      }
    } catch (DateTimeException e) {
      // Falls through to the same answer as a day out of range.
    }
    throw Problem.invalid("/" + field, "A day, such as 2026-12-24.");
  }

  private static Stream<String> unreachable(Score.Part part) {
    return part.reason() instanceof Score.Unreachable(Set<String> people)
        ? people.stream()
        : Stream.of();
  }

  private Map<String, String> names(List<Share> shares, CoverageReport report) {
    List<String> ids =
        Stream.concat(
                shares.stream().map(Share::person),
                Stream.concat(
                    report.findings().stream()
                        .map(CoverageFinding::person)
                        .filter(Objects::nonNull),
                    report.score().parts().stream().flatMap(FairnessPages::unreachable)))
            .distinct()
            .toList();
    return database.read(tx -> people.names(tx, ids));
  }
}
