package io.watchbill.rotation.rotation;

import java.time.Instant;

/** The row of a version. */
record StoredVersion(
    String rotation, int number, Instant effectiveFrom, Definition definition, String author) {}
