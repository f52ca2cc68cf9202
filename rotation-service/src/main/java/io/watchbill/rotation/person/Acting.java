package io.watchbill.rotation.person;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** For whom the caller acts: people for themselves, managers for the people of their team. */
@ApplicationScoped
public class Acting {
  private final Caller caller;

  Acting(Caller caller) {
    this.caller = caller;
  }

  /** Whether the caller is this person. */
  public boolean is(String person) {
    Principal principal = caller.principal();
    return principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
  }

  /** The answer to one who may not act for the person. */
  public static Problem onlyFor(String person) {
    return new Problem(
        KitError.FORBIDDEN, "This is for '" + person + "', or a manager of a team of theirs.");
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
