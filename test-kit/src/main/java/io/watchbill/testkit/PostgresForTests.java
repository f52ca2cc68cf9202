package io.watchbill.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import io.watchbill.database.SlowProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every {@code @QuarkusTest} a real Postgres, migrated by its owner, on which the service
 * runs under its own role without DDL. Found by the service loader: a test says nothing.
 */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {
  static final String DATABASE = "watchbill";
  static final String PASSWORD = "for-tests-only";

  private @Nullable EmbeddedDatabase database;
  private @Nullable SlowProxy line;
  private boolean slow;

  @Override
  public void setContext(Context context) {
    slow = SlowDatabase.class.getName().equals(context.testProfile());
  }

  @Override
  public Map<String, String> start() {
    EmbeddedDatabase started = EmbeddedDatabase.disposable();
    database = started;
    Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, PASSWORD);
    }
    ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
    started.prepare(DATABASE, passwords);
    started.migrate(DATABASE, PASSWORD, classLoader);
    ServerUnderTest.set(started);
    return Map.of(
        "watchbill.database.url",
        url(started),
        "quarkus.datasource.username",
        role(classLoader).sqlName(),
        "quarkus.datasource.password",
        PASSWORD,
        "watchbill.service-key",
        TestKeys.service());
  }

  private String url(EmbeddedDatabase started) {
    String direct = started.url(DATABASE);
    if (!slow) {
      return direct;
    }
    line = SlowDatabase.before(started.port());
    return direct.replace(":" + started.port() + "/", ":" + line.port() + "/");
  }

  /** The role of the service whose migrations are on the class path. */
  private static DatabaseRole role(ClassLoader classLoader) {
    return DatabaseRole.services().stream()
        .filter(role -> classLoader.getResource("db/" + role.schema().orElseThrow()) != null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no migrations in db/<schema>"));
  }

  @Override
  public void stop() {
    try {
      if (line != null) {
        line.close();
      }
      if (database != null) {
        database.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
