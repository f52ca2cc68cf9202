/** Evaluates a policy at an instant: who is paged, what waits, which alarm is raised. */
package io.watchbill.escalation.plan.decision;
