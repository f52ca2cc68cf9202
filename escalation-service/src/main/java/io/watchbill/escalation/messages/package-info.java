/** The pages of what was sent to whom, of alarms, and of events that wait for an admin. */
@NullMarked
package io.watchbill.escalation.messages;

import org.jspecify.annotations.NullMarked;
