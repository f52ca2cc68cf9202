package io.watchbill.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.watchbill.database.SlowProxy;
import java.time.Duration;

/**
 * A test's service that reaches its database by a line which can be made long: {@code
 * TestProfile(SlowDatabase.class)}. The tests themselves ask the database directly.
 */
public final class SlowDatabase implements QuarkusTestProfile {
  private static volatile SlowProxy line;

  static SlowProxy before(int port) {
    line = SlowProxy.before(port);
    return line;
  }

  /** From now on each statement with its answer takes so much longer. */
  public static void roundTrip(Duration longer) {
    line.roundTrip(longer);
  }
}
