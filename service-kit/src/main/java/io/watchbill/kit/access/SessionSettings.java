package io.watchbill.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in on the web pages. */
@ConfigMapping(prefix = "watchbill.sessions")
public interface SessionSettings {

  /** After how long without a request a session ends; at least five minutes. */
  @WithDefault("12h")
  Duration idle();

  /** How long a session lasts at most, however much it is used. */
  @WithDefault("30d")
  Duration longest();
}
