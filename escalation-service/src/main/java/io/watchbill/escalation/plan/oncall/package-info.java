/** Finds whom a target means at an instant, and whether their working hours allow a page. */
package io.watchbill.escalation.plan.oncall;
