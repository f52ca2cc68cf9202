package io.watchbill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {
  private static final Set<String> KNOWN = Set.of("intake", "paging", "history");
  private static final Set<String> USUAL = Set.of("intake", "paging");
  private static final Path DEFAULT = Path.of("docs/measurements.md");

  @Test
  void everythingIsMeasuredAndWrittenUnlessOptionsSayOtherwise() {
    BenchOptions options = BenchOptions.of(new String[] {"--home", "/watchbill"}, KNOWN, USUAL);

    assertThat(options.only()).isEqualTo(USUAL);
    assertThat(options.scale()).isEqualTo(Scale.FULL);
    assertThat(options.out()).hasValueSatisfying(p -> assertThat(p).endsWithRaw(DEFAULT));
  }

  @Test
  void aShortRunIsWrittenNowhere() {
    BenchOptions options =
        BenchOptions.of(new String[] {"--short", "--only", "paging"}, KNOWN, USUAL);

    assertThat(options.only()).containsExactly("paging");
    assertThat(options.scale()).isEqualTo(Scale.SHORT);
    assertThat(options.out()).isEmpty();
  }

  @Test
  void anUnknownMeasureIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> BenchOptions.of(new String[] {"--only", "pageing"}, KNOWN, USUAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("paging");
  }
}
