package io.watchbill.escalation.testing;

import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** What the tests of the running service have in common, whose time they move. */
public abstract class ServiceTest extends FromOutside {
  @Inject protected MovableTime time;

  @Override
  protected Instant now() {
    return time.now();
  }

  protected void later(Duration by) {
    time.advance(by);
  }
}
