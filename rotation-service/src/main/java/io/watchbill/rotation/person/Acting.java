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

/** For whom the caller acts: people for themselves, managers for the people of their team. */
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

  /** Whether the caller is this person. */
  public boolean is(String person) {
    Principal principal = caller.principal();
    return principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
  }

  /** Whether the caller has rights over the person: is they, or manages the team they belong to. */
  public boolean mayFor(Tx tx, String person) {
    return is(person) || caller.principal().mayFor(Rights.MANAGER, owner(tx, person));
  }

  /** Refuses who has no rights over the person. */
  public void demandFor(Tx tx, String person) {
    if (!mayFor(tx, person)) {
      throw onlyFor(person);
    }
  }

  /**
   * Refuses to put people on call for a team whom it cannot call on: those who neither belong to it
   * nor are members, unless the caller has rights over them.
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

  /** The team that a person belongs to; empty: the admins'. */
  public Optional<String> owner(Tx tx, String person) {
    return tx.one("SELECT team FROM person WHERE id = $1", person)
        .map(row -> row.getString("team"));
  }

  /** The answer to one who may not act for the person. */
  public static Problem onlyFor(String person) {
    return new Problem(
        KitError.FORBIDDEN,
        "This is for '" + person + "', or a manager of the team that they belong to.");
  }

  /**
   * The person for whom the caller acts.
   *
   * @param named in the request; the caller, when null
   * @param pointer to where the request may name them
   * @throws Problem when nobody is named, or the caller may not act for them
   */
  public String of(String named, String pointer, String team) {
    if (named == null) {
      if (caller.principal().kind() == Principal.Kind.PERSON) {
        return caller.id();
      }
      throw Problem.invalid(pointer, "the id of a person is needed, for the caller is none");
    }
    if (!is(named)) {
      caller.require(Rights.MANAGER, team);
    }
    return named;
  }
}
