/** The decisions of an escalation so far. */
package io.watchbill.escalation.plan.progress;
