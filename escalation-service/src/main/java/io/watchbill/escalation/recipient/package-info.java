/** Targets of pages: a person, a webhook or the last resort. */
@NullMarked
package io.watchbill.escalation.recipient;

import org.jspecify.annotations.NullMarked;
