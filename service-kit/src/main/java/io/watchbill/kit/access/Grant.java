package io.watchbill.kit.access;

import java.util.Optional;

/**
 * A right that a principal holds.
 *
 * @param right one of {@link Rights}
 * @param team the team for which it holds; empty for all teams
 */
public record Grant(String right, Optional<String> team) {

  boolean allows(String wanted, String wantedTeam) {
    boolean forTeam = team.isEmpty() || team.get().equals(wantedTeam);
    return forTeam && Rights.contains(right, wanted);
  }
}
