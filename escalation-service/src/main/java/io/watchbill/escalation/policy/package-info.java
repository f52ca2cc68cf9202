/** Escalation policies: reads, checks, stores and chooses them. */
package io.watchbill.escalation.policy;
