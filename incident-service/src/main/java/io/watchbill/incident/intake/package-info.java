/** Intake of messages: routing, grouping into incidents, and the incoming log. */
package io.watchbill.incident.intake;
