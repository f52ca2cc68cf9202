/** Dispatch: claims deliveries with leases, sends them in parallel and records the results. */
@NullMarked
package io.watchbill.escalation.dispatch;

import org.jspecify.annotations.NullMarked;
