package io.watchbill.rotation.hours;

/** The row of somebody's hours; the revision counts its changes. */
record StoredHours(Hours hours, long revision) {}
