/** Evaluates a policy at an instant: who is paged, what waits, which alarm is raised. */
@NullMarked
package io.watchbill.escalation.plan.decision;

import org.jspecify.annotations.NullMarked;
