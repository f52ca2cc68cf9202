package io.watchbill.rotation.person;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides for whom the caller may act: people for themselves, managers for the people of their
 * team.
 */
@ApplicationScoped
public class Acting {
  private static final String OUTSIDERS =
      """
      SELECT id FROM person p
       WHERE id = ANY($1) AND team IS DISTINCT FROM $2
         AND NOT EXISTS (SELECT FROM team_member m WHERE m.team = $2 AND m.person = p.id)
       ORDER BY id
      """;

  private final Caller caller;

  Acting(Caller caller) {
    this.caller = caller;
  }

  /** Returns whether the caller is this person. */
  public boolean is(String person) {
    Principal principal = caller.principal();
    return principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
  }

  /** Returns whether the caller is the person, or manages the team that they belong to. */
  public boolean mayFor(Tx tx, String person) {
    return is(person) || caller.principal().mayFor(Rights.MANAGER, owner(tx, person));
  }

  /** Throws unless the caller may act for the person. */
  public void demandFor(Tx tx, String person) {
    if (!mayFor(tx, person)) {
      throw onlyFor(person);
    }
  }

  /**
   * Throws unless the team may call on these people: they belong to it, are members, or the caller
   * may act for them.
   */
  public void demandReach(Tx tx, String team, Collection<String> people, String pointer) {
    tx.query(OUTSIDERS, people.toArray(String[]::new), team).stream()
        .map(row -> row.getString("id"))
        .filter(person -> !mayFor(tx, person))
        .findFirst()
        .ifPresent(
            person -> {
              String detail =
                  "'"
                      + person
                      + "' neither belongs to the team '"
                      + team
                      + "' nor is a member of it, and you have no rights over them.";
              throw new Problem(KitError.FORBIDDEN, detail, new Violation(pointer, detail));
            });
  }

  /** Returns the team that a person belongs to; empty when they belong to the admins. */
  public Optional<String> owner(Tx tx, String person) {
    return tx.one("SELECT team FROM person WHERE id = $1", person)
        .map(row -> row.getString("team"));
  }

  /** Returns the problem for callers who may not act for the person. */
  public static Problem onlyFor(String person) {
    return new Problem(
        KitError.FORBIDDEN,
        "Only '" + person + "', or a manager of the team that they belong to, may do this.");
  }

  /**
   * Returns the person for whom the caller acts.
   *
   * @param named in the request; the caller when null
   * @param pointer to where the request may name them
   * @throws Problem when nobody is named, or the caller may not act for them
   */
  public String of(@Nullable String named, String pointer, String team) {
    if (named == null) {
      if (caller.principal().kind() == Principal.Kind.PERSON) {
        return caller.id();
      }
      throw Problem.invalid(pointer, "the id of a person is required, since the caller is none");
    }
    if (!is(named)) {
      caller.require(Rights.MANAGER, team);
    }
    return named;
  }
}
