package io.watchbill.escalation.heartbeat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings for the outside monitor. */
@ConfigMapping(prefix = "watchbill.heartbeat")
public interface HeartbeatSettings {

  /** The monitor's URL, called with GET; it may be a secret. Without it no heartbeat is sent. */
  Optional<URI> url();

  /** The shortest time between heartbeats. */
  @WithDefault("30s")
  Duration every();
}
