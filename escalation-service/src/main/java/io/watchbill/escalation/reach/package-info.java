/** The pages on which people say how they are reached: contact methods and notification rules. */
@NullMarked
package io.watchbill.escalation.reach;

import org.jspecify.annotations.NullMarked;
