/** The policy language: steps with their targets, conditions and times. */
@NullMarked
package io.watchbill.escalation.plan.policy;

import org.jspecify.annotations.NullMarked;
