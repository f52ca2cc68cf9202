/** Escalations: the policy that runs for a round of an incident, and its progress. */
package io.watchbill.escalation.escalation;
