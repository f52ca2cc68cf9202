package io.watchbill.testkit;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Principal.Kind;
import io.watchbill.kit.access.Rights;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keys for tests, stored where the services look them up. Each is made once. */
public final class TestKeys {
  private static final Map<String, String> MADE = new ConcurrentHashMap<>();

  private TestKeys() {}

  /** An automation that may do all. */
  public static String admin() {
    return automation("admin", Rights.ADMIN);
  }

  /** An automation that may read. */
  public static String viewer() {
    return automation("viewer", Rights.VIEWER);
  }

  /** An automation with one right for all teams. */
  public static String automation(String name, String right) {
    return make(Kind.AUTOMATION, name, right);
  }

  /** A service's key; the running service has it too. */
  public static String service() {
    return make(Kind.SERVICE, "under-test", null);
  }

  /** An integration's key. */
  public static String integration(String id) {
    return make(Kind.INTEGRATION, id, null);
  }

  /** A person's key without any right; see {@link #grant}. */
  public static String person(String id) {
    return make(Kind.PERSON, id, null);
  }

  /** Grants a person a right for a team, or for all teams when it is empty. */
  public static void grant(String person, String right, String team) {
    run(
        "INSERT INTO access.grant_ (principal_kind, principal, right_, team, created_at)"
            + " VALUES ('person', ?, ?, ?, now()) ON CONFLICT DO NOTHING",
        person,
        right,
        team);
  }

  /** Says to which team a person belongs, as the rotation-service does. */
  public static void belongs(String person, String team) {
    run(
        "INSERT INTO access.person (id, team) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET team ="
            + " excluded.team",
        person,
        team);
  }

  /** Ends what was a person's before now, as the rotation-service does when it archives them. */
  public static void archive(String person) {
    run(
        "INSERT INTO access.person (id, ended_at) VALUES (?, now() + interval '10 years') ON"
            + " CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at",
        person);
    run(
        "UPDATE access.api_key SET revoked_at = now() WHERE kind = 'person' AND principal = ?",
        person);
  }

  private static String make(Kind kind, String principal, @Nullable String scope) {
    String name = "watchbill.test.key." + kind + "." + principal + "." + scope;
    // The application under test has a class loader of its own: a property is common to both.
    synchronized (System.getProperties()) {
      String text = System.getProperty(name);
      if (text == null) {
        text = ApiKey.generate(kind).text();
        System.setProperty(name, text);
      }
      if (MADE.putIfAbsent(name + System.getProperty("watchbill.test.postgres-port"), text)
          == null) {
        store(ApiKey.parse(text).orElseThrow(), kind, principal, scope);
      }
      return text;
    }
  }

  private static void store(ApiKey key, Kind kind, String principal, @Nullable String scope) {
    String sql =
        "INSERT INTO access.api_key (id, kind, principal, secret_hash, scopes, created_at) VALUES"
            + " (?, ?, ?, ?, ?, now()) ON CONFLICT DO NOTHING";
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key.id());
      statement.setString(2, kind.wire());
      statement.setString(3, principal);
      statement.setBytes(4, key.hash());
      Object[] scopes = scope == null ? new Object[0] : new Object[] {scope};
      statement.setArray(5, connection.createArrayOf("text", scopes));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String sql, String... parameters) {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
