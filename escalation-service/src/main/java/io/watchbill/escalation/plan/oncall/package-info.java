/** Finds whom a target means at an instant, and whether their working hours allow a page. */
@NullMarked
package io.watchbill.escalation.plan.oncall;

import org.jspecify.annotations.NullMarked;
