/** Incident snapshots: the newest that the incident-service sent of each incident. */
package io.watchbill.escalation.snapshot;
