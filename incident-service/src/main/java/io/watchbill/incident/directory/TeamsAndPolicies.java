package io.watchbill.incident.directory;

import io.smallrye.mutiny.Uni;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.peer.Directory.Found;
import io.watchbill.kit.peer.Directory.Named;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a team and a policy exist. While the service that has them does not answer, they are
 * accepted without the check; nothing is checked for alerts.
 */
@ApplicationScoped
public class TeamsAndPolicies {
  private final Directory directory;

  TeamsAndPolicies(Directory directory) {
    this.directory = directory;
  }

  /**
   * Looks them up, blocking.
   *
   * @param team null for none
   * @param policy null for none
   * @return what could not be looked up
   * @throws Problem that points at what does not exist
   */
  public List<Named> check(@Nullable String team, @Nullable String policy) {
    return refuseMissing(directory.lookNow(named(team, policy)));
  }

  /** As {@link #check}, without blocking. */
  public Uni<List<Named>> checkLater(@Nullable String team, @Nullable String policy) {
    return directory.look(named(team, policy)).map(TeamsAndPolicies::refuseMissing);
  }

  private static List<Named> named(@Nullable String team, @Nullable String policy) {
    List<Named> named = new ArrayList<>();
    if (team != null) {
      named.add(new Named("team", "rotation", "teams", team));
    }
    if (policy != null) {
      named.add(new Named("policy", "escalation", "policies", policy));
    }
    return named;
  }

  private static List<Named> refuseMissing(Found found) {
    Violations violations = new Violations();
    found.missing().forEach(name -> violations.at("").field(name.field()).add(fault(name)));
    violations.throwIfAny("The body names something that does not exist.");
    return found.notChecked();
  }

  private static String fault(Named missing) {
    return "there is no " + missing.field() + " '" + missing.id() + "'";
  }
}
