package io.watchbill.kit.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much is computed at the same time for those who ask: previews, dry runs, long ranges. */
@ConfigMapping(prefix = "watchbill.heavy")
public interface HeavySettings {

  /** How many heavy requests are computed at once; half of the processors when not set. */
  OptionalInt atOnce();

  /** How many heavy requests may be there, those that wait for their turn included. */
  @WithDefault("64")
  int most();

  /** How many heavy requests one caller may have there. */
  @WithDefault("16")
  int mostOfOneCaller();

  /** How long a heavy request waits for its turn before it is answered 503. */
  @WithDefault("5s")
  Duration patience();

  /** How long a heavy request may compute before it is answered 503, once it has its turn. */
  @WithDefault("10s")
  Duration deadline();
}
