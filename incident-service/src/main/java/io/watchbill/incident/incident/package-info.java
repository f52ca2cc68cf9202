/** Incidents: actions, timers, storage and lists. */
package io.watchbill.incident.incident;
