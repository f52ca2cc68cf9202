package io.watchbill.rotation.person;

/** A person as stored, and whether this request made the row. */
record Saved(PersonEntity person, boolean made) {}
