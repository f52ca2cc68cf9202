package io.watchbill.kit.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A right of a principal.
 *
 * @param right one of {@link Rights}
 * @param team the team for which it holds; empty for all teams
 */
public record Grant(String right, Optional<String> team) {

  /**
   * Returns the effective right. Admin is a right over the whole installation; granted for one
   * team, as older versions allowed, it counts as manager of that team.
   */
  String effective() {
    return right.equals(Rights.ADMIN) && team.isPresent() ? Rights.MANAGER : right;
  }

  boolean allows(String wanted, @Nullable String wantedTeam) {
    boolean forTeam = team.isEmpty() || team.get().equals(wantedTeam);
    return forTeam && Rights.contains(effective(), wanted);
  }

  boolean allowsSomewhere(String wanted) {
    return Rights.contains(effective(), wanted);
  }
}
