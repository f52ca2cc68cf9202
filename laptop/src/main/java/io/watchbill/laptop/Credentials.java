package io.watchbill.laptop;

import io.watchbill.database.DatabaseRole;
import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Principal;
import io.watchbill.laptop.service.Service;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The names of this installation's secrets, and how each is made. */
public record Credentials(SecretFiles secrets) {

  /** Returns the name of the admin key, which may do everything. */
  public String adminKey() {
    return secrets.get("admin-key", Credentials::key);
  }

  /** The key with which a service calls its peer services. */
  public String serviceKey(Service service) {
    return secrets.get(service.module() + "-key", Credentials::key);
  }

  /** Signs the links by which pages are acknowledged. */
  public String linkSecret() {
    return secrets.get("link-secret", () -> RandomText.of(43));
  }

  /** Returns the other secret whose links work while the secret is renewed, if there is one. */
  public Optional<String> acceptedLinkSecret() {
    return secrets.find("accepted-link-secret");
  }

  public String databasePassword(DatabaseRole role) {
    return secrets.get("database-" + role.sqlName(), () -> RandomText.of(32));
  }

  /** The password of Postgres's superuser, for the launcher only. */
  public String superuserPassword() {
    return secrets.get("database-postgres", () -> RandomText.of(32));
  }

  public Map<DatabaseRole, String> databasePasswords() {
    Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, databasePassword(role));
    }
    return passwords;
  }

  private static String key() {
    return ApiKey.generate(Principal.Kind.SERVICE).text();
  }
}
