package io.watchbill.testkit;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.watchbill.database.SlowProxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A test's service that reaches its database by a line which can be made long: {@code
 * TestProfile(SlowDatabase.class)}. The tests themselves ask the database directly.
 */
public final class SlowDatabase implements QuarkusTestProfile {
  private static volatile @Nullable SlowProxy line;

  static SlowProxy before(int port) {
    SlowProxy before = SlowProxy.before(port);
    line = before;
    return before;
  }

  /** From now on each statement with its answer takes so much longer. */
  public static void roundTrip(Duration longer) {
    requireNonNull(line).roundTrip(longer);
  }
}
