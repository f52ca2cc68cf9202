package io.watchbill.rotation.team;

/** A team as stored, and whether this request made the row. */
record Saved(TeamEntity team, boolean made) {}
