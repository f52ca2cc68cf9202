/** The shifts and working hours that the rotation-service answered. */
package io.watchbill.escalation.plan.shifts;
