/** Intake of messages: routing, grouping into incidents, and the incoming log. */
@NullMarked
package io.watchbill.incident.intake;

import org.jspecify.annotations.NullMarked;
