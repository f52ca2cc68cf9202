package io.watchbill.rotation.person;

/** A person as stored, and whether this request created them. */
record SavedPerson(PersonEntity person, boolean made) {}
