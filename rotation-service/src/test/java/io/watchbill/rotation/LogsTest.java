package io.watchbill.rotation;

import io.watchbill.testkit.ServiceLogs;
import org.junit.jupiter.api.Order;

/** Runs last, and checks what the other tests logged. */
@Order(Integer.MAX_VALUE)
class LogsTest extends ServiceLogs {}
