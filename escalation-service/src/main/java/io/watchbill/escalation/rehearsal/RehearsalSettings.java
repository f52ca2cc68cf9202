package io.watchbill.escalation.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a dry run or the tests of a policy may take. */
@ConfigMapping(prefix = "watchbill.rehearsal")
public interface RehearsalSettings {

  /** How long one request may compute. */
  @WithDefault("5s")
  Duration deadline();
}
