/** The known facts of an incident. */
@NullMarked
package io.watchbill.escalation.plan.facts;

import org.jspecify.annotations.NullMarked;
