package io.watchbill.kit.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long history is kept. */
@ConfigMapping(prefix = "watchbill.history")
public interface HistoryConfig {

  /**
   * How long closed incidents are kept, at least 31 days. Whole months are dropped once their last
   * day is older than this.
   */
  @WithDefault("400d")
  Duration keep();
}
