/** What is known of an incident. */
package io.watchbill.escalation.plan.facts;
