/** Nobody told is an alarm: the fallback policy and the last-resort contact are paged. */
package io.watchbill.escalation.alarm;
