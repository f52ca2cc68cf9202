/** The known facts of an incident. */
package io.watchbill.escalation.plan.facts;
