package io.watchbill.rotation.shift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits for one response. */
@ConfigMapping(prefix = "watchbill.shifts")
public interface ShiftSettings {
  /** The longest range of shifts that a request may ask for. */
  @WithDefault("P400D")
  Duration maxRange();

  /** The most turns in the range that a request asks for. */
  @WithDefault("50000")
  long maxTurns();
}
