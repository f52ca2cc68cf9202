package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.directory.DirectoryNames;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;

/** Checks that a contact belongs to a person whom the rotation-service knows. */
@ApplicationScoped
class KnownPerson {
  private final Directory directory;

  KnownPerson(Directory directory) {
    this.directory = directory;
  }

  /**
   * Looks the person up, then stores in a transaction.
   *
   * @throws Problem if there certainly is no such person
   */
  Uni<Response> known(String person, Supplier<Uni<Response>> store) {
    return directory
        .look(List.of(DirectoryNames.person(person)))
        .invoke(found -> refuse(person, found))
        .chain(
            found ->
                Panache.withTransaction(store)
                    .map(answer -> NotChecked.tell(answer, found.notChecked())));
  }

  private static void refuse(String person, Directory.Found found) {
    if (!found.missing().isEmpty()) {
      throw Problem.invalid("person", "There is no person '" + person + "'.");
    }
  }
}
