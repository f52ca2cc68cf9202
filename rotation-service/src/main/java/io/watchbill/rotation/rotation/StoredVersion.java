package io.watchbill.rotation.rotation;

import java.time.Instant;

/** A row of the version table. */
record StoredVersion(
    String rotation, int number, Instant effectiveFrom, Definition definition, String author) {}
