/** Incidents: actions, timers, storage and lists. */
@NullMarked
package io.watchbill.incident.incident;

import org.jspecify.annotations.NullMarked;
