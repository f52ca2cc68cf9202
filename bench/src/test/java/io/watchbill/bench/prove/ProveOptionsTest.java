package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Options of a run, and combinations that are refused before anything starts. */
class ProveOptionsTest {
  @Test
  void anUpgradeBeginsWithTheOlderReleaseAndEndsWithThisOne() {
    ProveOptions options = ProveOptions.of(new String[] {"--home", "new", "--older", "old"});

    assertThat(options.first().home()).isEqualTo(Path.of("old"));
    assertThat(options.newest().home()).isEqualTo(Path.of("new"));
  }

  @Test
  void withoutAnUpgradeThereIsOneRelease() {
    ProveOptions options = ProveOptions.of(new String[] {"--home", "new"});

    assertThat(options.first()).isEqualTo(options.newest());
  }

  @Test
  void anUpgradeOfExecutablesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProveOptions.of(new String[] {"--native", "--older", "old"}))
        .withMessage("an upgrade is proven with jars; leave out --native");
  }
}
