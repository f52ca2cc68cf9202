package io.watchbill.kit.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long history is kept. */
@ConfigMapping(prefix = "watchbill.history")
public interface HistoryConfig {

  /**
   * How long what is closed is kept, at least 31 days. It goes by whole months, once the last day
   * of the month is older than this.
   */
  @WithDefault("400d")
  Duration keep();
}
