package io.watchbill.testkit;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Principal.Kind;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.kit.id.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Sessions for tests, stored where the services look them up. */
public final class TestSessions {
  /** The cookie where the public URL begins with http. */
  public static final String COOKIE = "watchbill";

  /** The cookie where the public URL begins with https. */
  public static final String COOKIE_OF_HTTPS = "__Host-watchbill";

  private TestSessions() {}

  /** Signs a person in, as by a link; returns the token of the cookie. */
  public static String person(String id) {
    return open(Kind.PERSON, id, null);
  }

  /** Signs the holder of a key in, as by that key; returns the token of the cookie. */
  public static String ofKey(Kind kind, String principal, String key) {
    return open(kind, principal, ApiKey.parse(key).orElseThrow().id());
  }

  private static String open(Kind kind, String principal, @Nullable String keyId) {
    String token = RandomToken.generate();
    String sql =
        "INSERT INTO access.session (id, token_hash, kind, principal, key_id, device, created_at,"
            + " last_used_at, expires_at) VALUES (?, ?, ?, ?, ?, 'Firefox on Linux', now(), now(),"
            + " now() + interval '30 days')";
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, Ids.next());
      statement.setBytes(2, RandomToken.hash(token));
      statement.setString(3, kind.wire());
      statement.setString(4, principal);
      statement.setString(5, keyId);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return token;
  }
}
