/** The timeline of an incident: what happened, in order. */
package io.watchbill.incident.timeline;
