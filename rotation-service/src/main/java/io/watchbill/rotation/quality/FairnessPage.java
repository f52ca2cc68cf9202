package io.watchbill.rotation.quality;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.coverage.CoverageFinding;
import io.watchbill.rotation.coverage.CoverageReport;
import io.watchbill.rotation.coverage.Score;
import io.watchbill.rotation.fairness.Share;
import io.watchbill.rotation.quality.Bars.Value;
import io.watchbill.rotation.rotation.RoleDefinition;
import io.watchbill.rotation.rotation.RotationView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the page of fairness and coverage shows.
 *
 * @param fields what the form holds
 * @param shares by the names of their people; empty when the form was refused
 * @param names of people, by their ids
 */
@TemplateData
public record FairnessPage(
    RotationView rotation,
    Map<String, String> fields,
    List<Share> shares,
    CoverageReport coverage,
    Map<String, String> names,
    Optional<Refusal> refusal) {
  private static final int MOST_BARS = 30;
  private static final int MOST_FINDINGS = 100;

  /** Returns what a field holds. */
  public String typed(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Returns what is wrong with a field; empty if nothing is. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }

  /** Returns the names of the roles. */
  public List<String> roles() {
    return rotation.roles().stream().map(RoleDefinition::name).toList();
  }

  /** Returns the name of a person. */
  public String name(String person) {
    return names.getOrDefault(person, person);
  }

  /** Returns the chart of hours on call. */
  public Bars hours() {
    return chart(Share::hours);
  }

  /** Returns the chart of hours at night. */
  public Bars nights() {
    return chart(Share::nightHours);
  }

  /** Returns the chart of hours at weekends. */
  public Bars weekends() {
    return chart(Share::weekendHours);
  }

  /** Returns the chart of hours on holidays. */
  public Bars holidays() {
    return chart(Share::holidayHours);
  }

  /** The people with the most: all are in the table. */
  private Bars chart(ToLongFunction<Share> hours) {
    List<Value> values =
        shares.stream()
            .sorted(Comparator.comparingLong(hours).reversed())
            .limit(MOST_BARS)
            .map(
                share ->
                    new Value(
                        name(share.person()),
                        hours.applyAsLong(share),
                        hours.applyAsLong(share) + " h"))
            .toList();
    return Bars.of(values, values.isEmpty() ? 0 : values.getFirst().value());
  }

  /** A part of the score, and its bar. */
  @TemplateData
  public record PartBar(Score.Part part, Bars.Bar bar) {}

  /**
   * Why a part has its value, for the template to say.
   *
   * @param people by their names
   */
  public record Why(String kind, long count, long of, String people) {}

  /** Returns why a part has its value. */
  public Why why(Score.Part part) {
    return switch (part.reason()) {
      case Score.Uncovered(long hours, long of) -> new Why("uncovered", hours, of, "");
      case Score.Found(int count) -> new Why(count == 0 ? "nothing" : "found", count, 0, "");
      case Score.Unreachable(Set<String> people) ->
          new Why(
              people.isEmpty() ? "reachable" : "unreachable",
              people.size(),
              0,
              people.stream().map(this::name).collect(Collectors.joining(", ")));
      case Score.NoAnswer() -> new Why("no-answer", 0, 0, "");
    };
  }

  /** Returns the parts of the score; the labels of their bars are for the template to say. */
  public List<PartBar> parts() {
    List<Score.Part> parts = coverage.score().parts();
    List<Bars.Bar> bars = Bars.of(parts.stream().map(FairnessPage::value).toList(), 100).bars();
    return IntStream.range(0, parts.size())
        .mapToObj(index -> new PartBar(parts.get(index), bars.get(index)))
        .toList();
  }

  private static Value value(Score.Part part) {
    Integer value = part.value();
    return value == null ? new Value("", 0, "?") : new Value("", value, value + " %");
  }

  /** Returns the first problems. */
  public List<CoverageFinding> findings() {
    return coverage.findings().stream().limit(MOST_FINDINGS).toList();
  }

  /** Returns whether there are more problems than are shown. */
  public boolean hasMoreFindings() {
    return coverage.findings().size() > MOST_FINDINGS;
  }
}
