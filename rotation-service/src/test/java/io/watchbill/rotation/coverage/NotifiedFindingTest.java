package io.watchbill.rotation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotifiedFindingTest {
  private static final Span LOOKED = span("2027-01-04T00:00:00Z", "2027-03-05T00:00:00Z");
  private static final CoverageFinding GAP = gap("2027-01-10T00:00:00Z", "2027-01-12T00:00:00Z");

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  private static CoverageFinding gap(String from, String to) {
    return new CoverageFinding(
        CoverageFinding.Kind.GAP,
        "primary",
        null,
        Instant.parse(from),
        Instant.parse(to),
        "nobody is primary");
  }

  private static boolean isKnownAfter(CoverageFinding before, CoverageFinding now) {
    return NotifiedFinding.holds(List.of(NotifiedFinding.of(before, LOOKED)), now);
  }

  @Test
  void theSameIsKnown() {
    assertThat(isKnownAfter(GAP, GAP)).isTrue();
  }

  @Test
  void theRestOfARequestIsKnown() {
    assertThat(isKnownAfter(GAP, gap("2027-01-11T07:12:00Z", "2027-01-12T00:00:00Z"))).isTrue();
  }

  @Test
  void aFindingThatGrowsIsNew() {
    assertThat(isKnownAfter(GAP, gap("2027-01-10T00:00:00Z", "2027-01-13T00:00:00Z"))).isFalse();
    assertThat(isKnownAfter(GAP, gap("2027-01-09T00:00:00Z", "2027-01-12T00:00:00Z"))).isFalse();
  }

  @Test
  void aFindingThatReachesTheEndOfTheCheckMayContinue() {
    CoverageFinding open = gap("2027-03-01T00:00:00Z", "2027-03-05T00:00:00Z");

    assertThat(isKnownAfter(open, gap("2027-03-01T00:00:00Z", "2027-03-06T00:00:00Z"))).isTrue();
  }

  @Test
  void theSameOfAnotherIsNews() {
    CoverageFinding other =
        new CoverageFinding(
            CoverageFinding.Kind.GAP, "lead", null, GAP.from(), GAP.to(), "nobody is lead");

    assertThat(isKnownAfter(GAP, other)).isFalse();
  }
}
