package io.watchbill.escalation.contact;

import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks rights over a person's contacts: the person, managers of their team and admins may change
 * them; only the person and admins see addresses.
 */
@ApplicationScoped
public class Owner {
  private final Caller caller;
  private final ContactMethodRepository methods;
  private final Database database;
  private final ContactBook book;

  Owner(Caller caller, ContactMethodRepository methods, Database database, ContactBook book) {
    this.caller = caller;
    this.methods = methods;
    this.database = database;
    this.book = book;
  }

  /** Returns whether the caller may see the person's addresses. */
  boolean is(String person) {
    Principal principal = caller.principal();
    boolean self = principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
    return self || principal.isAdmin();
  }

  /** Returns whether the caller may change the person's contacts. Blocks. */
  public boolean mayChange(String person) {
    return is(person)
        || caller.principal().mayFor(Rights.MANAGER, database.read(tx -> book.teamOf(tx, person)));
  }

  /** Refuses callers who may not change the person's contacts; within the current session. */
  Uni<Void> demand(String person) {
    return right(person).get();
  }

  /**
   * Refuses callers who may not help the person verify their contacts: the same who may not change
   * them. Blocks.
   *
   * @throws Problem if the caller has no rights over the person
   */
  public void demandHelper(String person) {
    if (!is(person)) {
      demand(caller.principal(), database.read(tx -> book.teamOf(tx, person)));
    }
  }

  /**
   * Returns the check for work that begins later, when the request may be out of reach.
   *
   * @throws Problem at once if it is certain
   */
  Supplier<Uni<Void>> right(String person) {
    Principal principal = caller.principal();
    if (is(person)) {
      return () -> Uni.createFrom().voidItem();
    }
    if (!principal.maySomewhere(Rights.MANAGER)) {
      throw refused();
    }
    return () -> methods.teamOf(person).invoke(team -> demand(principal, team)).replaceWithVoid();
  }

  private static void demand(Principal principal, Optional<String> team) {
    if (!principal.mayFor(Rights.MANAGER, team)) {
      throw refused();
    }
  }

  private static Problem refused() {
    return new Problem(
        KitError.FORBIDDEN, "Only the person, managers of their team and admins may do this.");
  }

  /** Refuses callers who are not even viewers: reading without addresses needs that right. */
  void demandReader(String person) {
    if (!is(person) && !caller.principal().maySomewhere(Rights.VIEWER)) {
      throw new Problem(KitError.FORBIDDEN, "This needs the right 'viewer'.");
    }
  }
}
