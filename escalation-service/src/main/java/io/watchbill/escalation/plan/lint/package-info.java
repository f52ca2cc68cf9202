/** Finds what the author of a policy may not have meant. */
package io.watchbill.escalation.plan.lint;
