package io.watchbill.escalation.testing;

import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;

/** What the tests of the running service have in common, whose time they move. */
public abstract class ServiceTest extends FromOutside {
  @Inject protected MovableTime time;

  protected void later(Duration by) {
    time.advance(by);
  }
}
