package io.watchbill.testkit;

import io.watchbill.kit.access.Rights;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of caller, for {@link RightsTable}. What is asked for belongs to {@link #OWN}, and
 * what is said of a person to {@link #SELF}, a person of that team.
 */
public final class Cast {
  /** The team to which what is asked for belongs. */
  public static final String OWN = "rights-own";

  /** Another team. */
  public static final String OTHER = "rights-other";

  /** The person of whom things are asked; a responder of {@link #OWN}. */
  public static final String SELF = "rights-self";

  /** A person of {@link #OWN} with all rights, who has been archived. */
  public static final String ARCHIVED = "rights-archived";

  /** The integration whose key is used. */
  public static final String INTEGRATION = "rights-sender";

  private Cast() {}

  /** The callers by the names of the table's columns, with their keys; the first has none. */
  static Map<String, Optional<String>> keys() {
    Map<String, Optional<String>> cast = new LinkedHashMap<>();
    cast.put("none", Optional.empty());
    for (String right : new String[] {Rights.VIEWER, Rights.RESPONDER, Rights.MANAGER}) {
      cast.put(right, Optional.of(person("rights-" + right, right, OWN)));
    }
    cast.put("self", Optional.of(person(SELF, Rights.RESPONDER, OWN)));
    for (String right : new String[] {Rights.VIEWER, Rights.RESPONDER, Rights.MANAGER}) {
      cast.put(right + "/other", Optional.of(person("rights-other-" + right, right, OTHER)));
    }
    for (String right : new String[] {Rights.COMMUNICATIONS, Rights.LEGAL, Rights.AUDITOR}) {
      cast.put(right, Optional.of(person("rights-" + right, right, "")));
    }
    cast.put("admin", Optional.of(person("rights-admin", Rights.ADMIN, "")));
    cast.put("admin/other", Optional.of(person("rights-other-admin", Rights.ADMIN, OTHER)));
    cast.put("robot", Optional.of(TestKeys.automation("rights-robot", Rights.RESPONDER)));
    cast.put("integration", Optional.of(TestKeys.integration(INTEGRATION)));
    cast.put("service", Optional.of(TestKeys.service()));
    cast.put("nothing", Optional.of(TestKeys.person("rights-nothing")));
    cast.put("archived", Optional.of(person(ARCHIVED, Rights.ADMIN, "")));
    cast.put("revoked", Optional.of(ended("rights-revoked", "revoked_at")));
    cast.put("expired", Optional.of(ended("rights-expired", "expires_at")));
    return cast;
  }

  /** The people among the callers who can be entered as people, with {@link #SELF}. */
  public static List<String> people() {
    return List.of(
        "rights-viewer",
        "rights-responder",
        "rights-manager",
        "rights-other-viewer",
        "rights-other-responder",
        "rights-other-manager",
        "rights-communications",
        "rights-legal",
        "rights-auditor",
        "rights-admin",
        "rights-other-admin",
        "rights-nothing",
        SELF);
  }

  private static String person(String id, String right, String team) {
    String key = TestKeys.person(id);
    TestKeys.grant(id, right, team);
    return key;
  }

  private static String ended(String id, String column) {
    String key = person(id, Rights.ADMIN, "");
    String sql = "UPDATE access.api_key SET " + column + " = '2020-01-01' WHERE principal = ?";
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return key;
  }
}
