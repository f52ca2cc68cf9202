package io.watchbill.escalation.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for calls to the outside. */
@ConfigMapping(prefix = "watchbill.outbound")
public interface ChannelSettings {

  /** How long one attempt to send may take. */
  @WithDefault("10s")
  Duration timeout();

  /**
   * Internal networks that webhooks may reach, as CIDR blocks: for laptops, tests and receivers in
   * the same network.
   */
  Optional<List<String>> allowedNetworks();
}
