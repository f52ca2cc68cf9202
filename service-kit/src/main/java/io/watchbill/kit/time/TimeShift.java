package io.watchbill.kit.time;

import java.time.Duration;

/** How far this process's idea of now lies from the database's clock: zero, but in tests. */
@FunctionalInterface
public interface TimeShift {
  Duration shift();
}
