/** Escalations: what runs for a round of an incident, and how far it has come. */
package io.watchbill.escalation.escalation;
