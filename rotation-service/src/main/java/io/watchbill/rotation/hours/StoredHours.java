package io.watchbill.rotation.hours;

/** A row of working hours, with the number of its changes. */
record StoredHours(HoursDefinition hours, long revision) {}
