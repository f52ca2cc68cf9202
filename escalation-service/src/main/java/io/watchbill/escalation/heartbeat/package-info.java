/** The sign of life to a monitor outside: its silence is the alarm when Watchbill is silent. */
package io.watchbill.escalation.heartbeat;
