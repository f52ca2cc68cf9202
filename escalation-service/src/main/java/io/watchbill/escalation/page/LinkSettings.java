package io.watchbill.escalation.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings for the links that acknowledge pages. */
@ConfigMapping(prefix = "watchbill.links")
public interface LinkSettings {

  /** How long a link works, from its page on. */
  @WithDefault("30d")
  Duration validFor();
}
