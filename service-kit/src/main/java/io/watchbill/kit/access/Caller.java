package io.watchbill.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who makes the request that is being answered. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller; only for endpoints that demand a right. */
  public Principal principal() {
    if (identity.getPrincipal() instanceof Principal principal) {
      return principal;
    }
    throw new Problem(KitError.UNAUTHENTICATED, "Send a valid key: 'Authorization: Bearer …'.");
  }

  /** As the record names the caller: {@code kind:id}. */
  public String name() {
    return principal().getName();
  }

  /** The id without its kind. */
  public String id() {
    return principal().id();
  }

  /**
   * Refuses the request unless the caller holds the right for the team that something belongs to.
   *
   * @param owner the team; empty: it belongs to the admins
   */
  public void requireFor(String right, Optional<String> owner) {
    demand(principal(), right, owner);
  }

  /** The same of a caller who is known, for work that has left the request. */
  public static void demand(Principal principal, String right, Optional<String> owner) {
    if (!principal.mayFor(right, owner)) {
      throw new Problem(
          KitError.FORBIDDEN,
          owner
              .map(team -> "This needs the right '" + right + "' for the team '" + team + "'.")
              .orElse("This belongs to no team: it needs the right 'admin'."));
    }
  }

  /** Refuses the request unless the caller holds the right for the team. */
  public void require(String right, String team) {
    if (!principal().may(right, team)) {
      throw new Problem(
          KitError.FORBIDDEN, "This needs the right '" + right + "' for the team '" + team + "'.");
    }
  }
}
