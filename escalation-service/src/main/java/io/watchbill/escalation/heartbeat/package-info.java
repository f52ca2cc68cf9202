/** Heartbeats to an outside monitor, which alarms when Watchbill is silent. */
package io.watchbill.escalation.heartbeat;
