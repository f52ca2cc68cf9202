package io.watchbill.rotation.override;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks the people whom a request for an override names. */
@ApplicationScoped
class OverridePeople {
  private final KnownPeople people;

  OverridePeople(KnownPeople people) {
    this.people = people;
  }

  /**
   * Checks that those are named whom this kind of override needs, and that they exist.
   *
   * @throws Problem when it names the wrong people
   */
  void check(Tx tx, OverrideKind kind, OverrideRequest request) {
    switch (kind) {
      case ADD -> {
        needPerson(request);
        if (request.replaces() != null) {
          throw Problem.invalid("/replaces", "an added person replaces nobody: leave it out");
        }
      }
      case REMOVE -> {
        if (request.person() != null) {
          throw Problem.invalid(
              "/person",
              "nobody takes over in a removal: use 'replaces' for the person who leaves");
        }
      }
      case REPLACE -> needPerson(request);
    }
    checkKnown(tx, request);
  }

  private static void needPerson(OverrideRequest request) {
    if (request.person() == null) {
      throw Problem.invalid("/person", "the id of a person is required");
    }
  }

  private void checkKnown(Tx tx, OverrideRequest request) {
    Set<String> named = new HashSet<>();
    Optional.ofNullable(request.person()).ifPresent(named::add);
    Optional.ofNullable(request.replaces()).ifPresent(named::add);
    Set<String> unknown = people.unknown(tx, named);
    if (request.person() != null && unknown.contains(request.person())) {
      throw Problem.invalid("/person", "there is no person '" + request.person() + "'");
    }
    if (request.replaces() != null && unknown.contains(request.replaces())) {
      throw Problem.invalid("/replaces", "there is no person '" + request.replaces() + "'");
    }
    if (request.person() != null && request.person().equals(request.replaces())) {
      throw Problem.invalid("/person", "people cannot replace themselves");
    }
  }
}
