package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that all services have are used in the kit's packages that own them. */
class TablesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = ROOT.resolve("service-kit/src/main/java/io/watchbill/kit");
  private static final Path MIGRATIONS = ROOT.resolve("migrations/src/main/resources/db");

  private static final TableOwners OWNERS =
      TableOwners.of(
          Map.ofEntries(
              Map.entry("outbox", "event"),
              Map.entry("timer", "timer"),
              Map.entry("idempotency_key", "idempotency"),
              Map.entry("compatibility", "health"),
              Map.entry("audit_entry", "audit"),
              Map.entry("history_state", "history"),
              Map.entry("access.api_key", "access"),
              Map.entry("access.grant_", "access"),
              Map.entry("access.person", "access"),
              Map.entry("access.session", "access"),
              Map.entry("access.sign_in_link", "access")));

  /** One statement measures all that is stored, every five seconds. */
  private static final Set<String> EXCEPTIONS =
      Set.of("metric/StoredWork outbox", "metric/StoredWork timer");

  @TempDir Path folder;

  @Test
  void aTableOfTheKitIsUsedInItsPackageOnly() {
    assertThat(OWNERS.foreignUses(SOURCES)).containsExactlyInAnyOrderElementsOf(EXCEPTIONS);
  }

  @Test
  void everyTableOfTheKitHasAnOwner() {
    Path kit = MIGRATIONS.resolve("kit");
    Path access = MIGRATIONS.resolve("access");

    assertThat(TableOwners.created(kit)).contains("outbox");
    assertThat(TableOwners.created(access)).contains("access.api_key");
    assertThat(OWNERS.ownerless(kit)).isEmpty();
    assertThat(OWNERS.ownerless(access)).isEmpty();
  }

  @Test
  void aUseElsewhereIsFound() throws IOException {
    write("thing/Things.java", "\"SELECT 1 FROM thing JOIN part ON true\"");
    write("part/Parts.java", "\"\"\"\n DELETE FROM part\n USING\n thing\"\"\" // FROM nothing");
    write("page/Pages.java", "\"DELETE FROM\"\n    + \" thing\"; // made from part");

    Set<String> foreign =
        TableOwners.of(Map.of("thing", "thing", "part", "part")).foreignUses(folder);

    assertThat(foreign).containsExactly("page/Pages thing", "thing/Things part");
  }

  @Test
  void tablesAreKnownByTheirLastNameAndForgottenWhenDropped() throws IOException {
    write("V2__a.sql", "CREATE TABLE old (id int);\nCREATE TABLE gone (id int);");
    write("V10__b.sql", "ALTER TABLE old RENAME TO new;\nDROP TABLE IF EXISTS gone;");
    write("V11__c.sql", "CREATE OR REPLACE VIEW all_new AS SELECT 1;");

    assertThat(TableOwners.created(folder)).containsExactly("all_new", "new");
    assertThat(TableOwners.of(Map.of("new", "a")).ownerless(folder)).containsExactly("all_new");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
