/** Heartbeats to an outside monitor, which alarms when Watchbill is silent. */
@NullMarked
package io.watchbill.escalation.heartbeat;

import org.jspecify.annotations.NullMarked;
