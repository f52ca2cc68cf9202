/** The shifts and working hours that the rotation-service answered. */
@NullMarked
package io.watchbill.escalation.plan.shifts;

import org.jspecify.annotations.NullMarked;
