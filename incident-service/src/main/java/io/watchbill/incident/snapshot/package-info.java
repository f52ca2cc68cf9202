/** The snapshots of incidents that the escalation-service gets. */
package io.watchbill.incident.snapshot;
