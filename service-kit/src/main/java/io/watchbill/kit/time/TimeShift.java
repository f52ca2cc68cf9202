package io.watchbill.kit.time;

import java.time.Duration;

/** The offset of this process's clock from the database's: zero except in tests. */
@FunctionalInterface
public interface TimeShift {
  Duration shift();
}
