/** The timeline of an incident: what happened, in order. */
@NullMarked
package io.watchbill.incident.timeline;

import org.jspecify.annotations.NullMarked;
