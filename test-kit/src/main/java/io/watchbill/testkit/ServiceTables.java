package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A service's tables are used in the packages that own them, but for exceptions that it names. */
public abstract class ServiceTables {

  /** Returns the name of the service's root package and of its folder of migrations. */
  protected abstract String service();

  protected abstract TableOwners owners();

  /** Returns the uses elsewhere: {@code folder/Class table}. */
  protected abstract Set<String> exceptions();

  @Test
  void aTableIsUsedInItsPackageOnly() {
    Path sources = Path.of("src/main/java/io/watchbill", service());

    assertThat(owners().foreignUses(sources)).containsExactlyInAnyOrderElementsOf(exceptions());
  }

  @Test
  void everyTableHasAnOwner() {
    Path migrations = Path.of("../migrations/src/main/resources/db", service());

    assertThat(TableOwners.created(migrations)).isNotEmpty();
    assertThat(owners().ownerless(migrations)).isEmpty();
  }
}
