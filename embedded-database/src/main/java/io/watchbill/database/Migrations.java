package io.watchbill.database;

import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** The migrations of one schema, found on a class path, run by the owner of the database. */
public final class Migrations {
  private final String schema;
  private final List<String> locations;
  private final ClassLoader classLoader;

  private Migrations(String schema, List<String> locations, ClassLoader classLoader) {
    this.schema = schema;
    this.locations = locations;
    this.classLoader = classLoader;
  }

  /** The migrations of a service's schema; empty when the class path has none. */
  public static Optional<Migrations> of(DatabaseRole role, ClassLoader classLoader) {
    String schema = role.schema().orElseThrow();
    return isPresent(classLoader, "db/" + schema)
        ? Optional.of(
            new Migrations(
                schema, List.of("classpath:db/kit", "classpath:db/" + schema), classLoader))
        : Optional.empty();
  }

  /**
   * The migrations of {@code access}, which the rotation-service owns and all services read; they
   * have a history of their own.
   */
  public static Migrations access(ClassLoader classLoader) {
    return new Migrations("access", List.of("classpath:db/access"), classLoader);
  }

  /** Runs pending migrations. */
  public void run(String jdbcUrl, String user, String password) {
    Flyway.configure(classLoader)
        .dataSource(jdbcUrl, user, password)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(false)
        .locations(locations.toArray(new String[0]))
        .load()
        .migrate();
  }

  private static boolean isPresent(ClassLoader classLoader, String folder) {
    return classLoader.getResource(folder) != null;
  }
}
