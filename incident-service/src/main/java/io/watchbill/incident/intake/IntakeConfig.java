package io.watchbill.incident.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the intake accepts and how long it remembers. */
@ConfigMapping(prefix = "watchbill.intake")
public interface IntakeConfig {

  /** The longest body that is read; a longer one is answered 413 and kept cut. */
  @WithDefault("4M")
  MemorySize maxBody();

  /** How much is kept of a body that is longer than allowed. */
  @WithDefault("64K")
  MemorySize keepOfOversized();

  /** How long storing one request may take; thousands of alerts take longer than one. */
  @WithDefault("15s")
  Duration deadline();

  /** How long the incoming log remembers a request. */
  @WithDefault("30d")
  Duration keep();
}
