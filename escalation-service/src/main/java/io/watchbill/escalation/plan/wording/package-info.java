/** Writes durations and instants as people say them. */
@NullMarked
package io.watchbill.escalation.plan.wording;

import org.jspecify.annotations.NullMarked;
