/** Walks a policy through time for a dry run. */
package io.watchbill.escalation.plan.rehearsal;
