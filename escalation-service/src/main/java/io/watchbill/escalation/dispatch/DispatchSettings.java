package io.watchbill.escalation.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings for sending deliveries. */
@ConfigMapping(prefix = "watchbill.delivery")
public interface DispatchSettings {

  /** Parallel calls of one channel in one process. */
  @WithDefault("64")
  int parallel();

  /** Parallel calls to one provider (the host of a webhook) in one process. */
  @WithDefault("32")
  int perProvider();

  /** How long after a process dies its deliveries are taken over. */
  @WithDefault("5s")
  Duration lease();

  /** How often a sender renews its leases. */
  @WithDefault("1500ms")
  Duration renewal();
}
