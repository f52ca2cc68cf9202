package io.watchbill.rotation.directory;

import io.watchbill.kit.slice.Slice;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.team.Team;

/**
 * What the list of teams shows.
 *
 * @param archived whether also those that were archived
 * @param mayMake whether the caller may make teams
 * @param form of a new one
 */
public record TeamsPage(Slice<Team> teams, boolean archived, boolean mayMake, FilledForm form) {}
