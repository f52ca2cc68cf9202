/** Writes durations and instants as people say them. */
package io.watchbill.escalation.plan.wording;
