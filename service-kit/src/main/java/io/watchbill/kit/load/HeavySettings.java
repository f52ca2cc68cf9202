package io.watchbill.kit.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much is computed at the same time for those who ask: previews, dry runs, long ranges. */
@ConfigMapping(prefix = "watchbill.heavy")
public interface HeavySettings {

  /** How many of these requests are computed at once; half of the processors when not set. */
  OptionalInt atOnce();

  /** How many may be there, those that wait for their turn included. */
  @WithDefault("64")
  int most();

  /** How many of those may be of one caller. */
  @WithDefault("16")
  int mostOfOneCaller();

  /** How long one waits for its turn before it is answered 503. */
  @WithDefault("5s")
  Duration patience();

  /** How long one may compute before it is answered 503, the turn's waiting not counted. */
  @WithDefault("10s")
  Duration deadline();
}
