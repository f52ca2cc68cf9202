/**
 * Alarms: nobody was paged or acknowledged, so the fallback policy and the last-resort contact are.
 */
@NullMarked
package io.watchbill.escalation.alarm;

import org.jspecify.annotations.NullMarked;
