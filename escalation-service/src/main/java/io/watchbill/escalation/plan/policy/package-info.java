/** The policy language: steps with their targets, conditions and times. */
package io.watchbill.escalation.plan.policy;
