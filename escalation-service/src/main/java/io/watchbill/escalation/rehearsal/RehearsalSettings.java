package io.watchbill.escalation.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of dry runs and policy tests. */
@ConfigMapping(prefix = "watchbill.rehearsal")
public interface RehearsalSettings {

  /** Returns how long a request may compute. */
  @WithDefault("5s")
  Duration deadline();
}
