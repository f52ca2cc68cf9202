/** Incident snapshots: the newest that the incident-service sent of each incident. */
@NullMarked
package io.watchbill.escalation.snapshot;

import org.jspecify.annotations.NullMarked;
