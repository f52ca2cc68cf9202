/** Finds what the author of a policy may not have meant. */
@NullMarked
package io.watchbill.escalation.plan.lint;

import org.jspecify.annotations.NullMarked;
