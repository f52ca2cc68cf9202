package io.watchbill.escalation.heartbeat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The monitor outside that is told that the engine lives. */
@ConfigMapping(prefix = "watchbill.heartbeat")
public interface HeartbeatSettings {

  /** Called with GET; a secret where whoever knows it may send. Without it nobody is told. */
  Optional<URI> url();

  /** How often, at most. */
  @WithDefault("30s")
  Duration every();
}
