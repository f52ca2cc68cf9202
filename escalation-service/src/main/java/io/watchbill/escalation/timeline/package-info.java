/** Timeline: the entries that this service adds to an incident's timeline. */
@NullMarked
package io.watchbill.escalation.timeline;

import org.jspecify.annotations.NullMarked;
