package io.watchbill.incident.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the intake, and how long the incoming log is kept. */
@ConfigMapping(prefix = "watchbill.intake")
public interface IntakeConfig {

  /** The longest body that is read; a longer one gets 413, and its beginning is stored. */
  @WithDefault("4M")
  MemorySize maxBody();

  /** How much is stored of a body that is longer than allowed. */
  @WithDefault("64K")
  MemorySize keepOfOversized();

  /** How long storing one request may take. */
  @WithDefault("15s")
  Duration deadline();

  /** How long the incoming log keeps a request. */
  @WithDefault("30d")
  Duration keep();
}
