/** Dispatch: claims deliveries with leases, sends them in parallel and records the results. */
package io.watchbill.escalation.dispatch;
