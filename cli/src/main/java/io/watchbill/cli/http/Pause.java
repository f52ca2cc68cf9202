package io.watchbill.cli.http;

import java.time.Duration;

/** Waits. Tests need not. */
@FunctionalInterface
public interface Pause {
  void of(Duration duration) throws InterruptedException;
}
