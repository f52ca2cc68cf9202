/** Walks a policy through time for a dry run. */
@NullMarked
package io.watchbill.escalation.plan.rehearsal;

import org.jspecify.annotations.NullMarked;
