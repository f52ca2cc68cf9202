package io.watchbill.escalation.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The links that acknowledge pages. */
@ConfigMapping(prefix = "watchbill.links")
public interface LinkSettings {

  /** For how long after its page a link works. */
  @WithDefault("30d")
  Duration validFor();
}
