package io.watchbill.rotation.rotation;

import java.time.Instant;

/** A row of the version table. */
record StoredVersion(
    String rotation,
    int number,
    Instant effectiveFrom,
    RotationDefinition definition,
    String author) {}
