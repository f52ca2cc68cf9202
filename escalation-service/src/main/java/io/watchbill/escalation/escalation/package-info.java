/** Escalations: the policy that runs for a round of an incident, and its progress. */
@NullMarked
package io.watchbill.escalation.escalation;

import org.jspecify.annotations.NullMarked;
