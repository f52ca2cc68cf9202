/** The snapshots of incidents that the escalation-service gets. */
@NullMarked
package io.watchbill.incident.snapshot;

import org.jspecify.annotations.NullMarked;
