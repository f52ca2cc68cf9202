/** What was decided so far in an escalation. */
package io.watchbill.escalation.plan.progress;
