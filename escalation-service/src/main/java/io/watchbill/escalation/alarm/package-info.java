/**
 * Alarms: nobody was paged or acknowledged, so the fallback policy and the last-resort contact are.
 */
package io.watchbill.escalation.alarm;
