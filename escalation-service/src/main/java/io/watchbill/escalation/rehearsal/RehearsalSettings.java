package io.watchbill.escalation.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of dry runs and policy tests. */
@ConfigMapping(prefix = "watchbill.rehearsal")
public interface RehearsalSettings {

  /** How long a dry run or a policy test may compute. */
  @WithDefault("5s")
  Duration deadline();
}
