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
 * Whose contacts these are: the person's own. Managers of the team that the person belongs to may
 * change them, and admins; addresses are shown to the person and to admins only.
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

  /** Whether the caller may see the person's addresses. */
  boolean is(String person) {
    Principal principal = caller.principal();
    boolean self = principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
    return self || principal.isAdmin();
  }

  /** Refuses who may not change the person's contacts; within the session of the caller. */
  Uni<Void> demand(String person) {
    return right(person).get();
  }

  /**
   * Refuses who may not help the person verify their contacts: the same who may change them. Waits
   * for the database.
   *
   * @throws Problem when the caller has no rights over the person
   */
  public void demandHelper(String person) {
    if (!is(person)) {
      demand(caller.principal(), database.read(tx -> book.teamOf(tx, person)));
    }
  }

  /**
   * The same for work that begins later, when the request may be out of reach.
   *
   * @throws Problem at once when it is certain
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
        KitError.FORBIDDEN,
        "Only the person, managers of the team that they belong to and admins may do this.");
  }

  /** Reading without addresses needs the right of a viewer. */
  void demandReader(String person) {
    if (!is(person) && !caller.principal().maySomewhere(Rights.VIEWER)) {
      throw new Problem(KitError.FORBIDDEN, "This needs the right 'viewer'.");
    }
  }
}
