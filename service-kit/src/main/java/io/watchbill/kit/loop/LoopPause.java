package io.watchbill.kit.loop;

import java.time.Duration;

/** Decides how long a loop with nothing to do sleeps. */
@FunctionalInterface
public interface LoopPause {
  /** Returns the time until the loop has to look again if nobody nudges it before. */
  Duration next();
}
