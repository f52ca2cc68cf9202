/** The decisions of an escalation so far. */
@NullMarked
package io.watchbill.escalation.plan.progress;

import org.jspecify.annotations.NullMarked;
