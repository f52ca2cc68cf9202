package io.watchbill.rotation.team;

/** A team as stored, and whether this request created it. */
record SavedTeam(TeamEntity team, boolean made) {}
