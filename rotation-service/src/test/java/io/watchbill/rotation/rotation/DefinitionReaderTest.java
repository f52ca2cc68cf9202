package io.watchbill.rotation.rotation;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefinitionReaderTest {
  @Inject Database database;
  @Inject VersionRepository versions;

  @Test
  void aRolledBackVersionIsNotMistakenForTheNextOfItsNumber() {
    String undone = unique("undone");
    String id = unique("security");
    rotation(undone, standing("primary", "bob"));
    rotation(id, standing("primary", "alice"));

    assertThat(catchThrowable(() -> addAndUndo(undone, id))).hasMessage("undone");
    admin()
        .body(body(standing("primary", "carol")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    viewer()
        .get("/v1/rotations/" + id)
        .then()
        .body("version", equalTo(2))
        .body("roles[0].layers[0].turns", equalTo(List.of(List.of("carol"))));
    viewer()
        .get("/v1/on-call?rotation=" + id)
        .then()
        .body("items[0].people", equalTo(List.of("carol")));
  }

  /** Adds a second version to a rotation, copied from another one, and reads it. */
  private void addAndUndo(String other, String id) {
    database.inTransaction(
        tx -> {
          RotationDefinition definition = versions.of(tx, List.of(other)).getFirst().definition();
          versions.add(tx, new StoredVersion(id, 2, tx.now(), definition, "somebody", tx.now()));
          assertThat(versions.of(tx, List.of(id))).hasSize(2);
          throw new IllegalStateException("undone");
        });
  }
}
