package io.watchbill.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The caller of the current request. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Returns the caller; only for endpoints that require a right. */
  public Principal principal() {
    if (identity.getPrincipal() instanceof Principal principal) {
      return principal;
    }
    throw new Problem(KitError.UNAUTHENTICATED, "Send a valid key: 'Authorization: Bearer …'.");
  }

  /** Returns the session by which the caller came; empty for who has sent a key. */
  public Optional<UUID> session() {
    return Optional.ofNullable(identity.getAttribute(SessionIdentityProvider.SESSION));
  }

  /** Returns the caller's name in records: {@code kind:id}. */
  public String name() {
    return principal().getName();
  }

  /** Returns the id without the kind. */
  public String id() {
    return principal().id();
  }

  /**
   * Rejects the request unless the caller has the right for the owning team.
   *
   * @param owner the team; empty: it belongs to the admins
   */
  public void requireFor(String right, Optional<String> owner) {
    demand(principal(), right, owner);
  }

  /** As above for a given caller, for work outside the request. */
  public static void demand(Principal principal, String right, Optional<String> owner) {
    if (!principal.mayFor(right, owner)) {
      throw new Problem(
          KitError.FORBIDDEN,
          owner
              .map(team -> "This needs the right '" + right + "' for the team '" + team + "'.")
              .orElse("This belongs to no team: it needs the right 'admin'."));
    }
  }

  /** Rejects the request unless the caller has the right for the team. */
  public void require(String right, String team) {
    if (!principal().may(right, team)) {
      throw new Problem(
          KitError.FORBIDDEN, "This needs the right '" + right + "' for the team '" + team + "'.");
    }
  }

  /** Rejects the request unless the caller has the right for all teams. */
  public void requireForAllTeams(String right) {
    if (!principal().may(right, "")) {
      throw new Problem(KitError.FORBIDDEN, "This needs the right '" + right + "' for all teams.");
    }
  }
}
