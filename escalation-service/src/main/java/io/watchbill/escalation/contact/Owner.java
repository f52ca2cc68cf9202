package io.watchbill.escalation.contact;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose contacts these are: the person's own, and the admins'. */
@ApplicationScoped
public class Owner {
  private final Caller caller;

  Owner(Caller caller) {
    this.caller = caller;
  }

  /** Whether the caller may see the person's addresses and change them. */
  boolean is(String person) {
    Principal principal = caller.principal();
    boolean self = principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
    return self || principal.may(Rights.ADMIN, "");
  }

  void demand(String person) {
    if (!is(person)) {
      throw new Problem(KitError.FORBIDDEN, "Only the person and admins may do this.");
    }
  }

  /**
   * Helping somebody verify their contacts needs the right of a manager.
   *
   * @throws Problem when the caller is neither that person nor a manager
   */
  public void demandHelper(String person) {
    if (!is(person) && !caller.principal().may(Rights.MANAGER, "")) {
      throw new Problem(KitError.FORBIDDEN, "This needs the right 'manager'.");
    }
  }

  /** Reading without addresses needs the right of a viewer. */
  void demandReader(String person) {
    if (!is(person) && !caller.principal().may(Rights.VIEWER, "")) {
      throw new Problem(KitError.FORBIDDEN, "This needs the right 'viewer'.");
    }
  }
}
