package io.watchbill.rotation.shift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one answer may hold. */
@ConfigMapping(prefix = "watchbill.shifts")
public interface ShiftSettings {
  /** The longest range that may be asked for. */
  @WithDefault("P400D")
  Duration maxRange();

  /** The most turns that a range may hold. */
  @WithDefault("50000")
  long maxTurns();
}
