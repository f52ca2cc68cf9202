package io.watchbill.migrations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which database is migrated, and as whom. */
@ConfigMapping(prefix = "watchbill.database")
public interface DatabaseSettings {

  /**
   * Address of Postgres, without user and password, the same as the services'; for verify-full with
   * {@code ?sslmode=verify-full}.
   */
  @WithDefault("postgresql://localhost:5432/watchbill")
  String url();

  /** Owner of the schemas. */
  @WithDefault("watchbill_owner")
  String username();

  /** The owner's password; none where the server asks for none. */
  Optional<String> password();

  /** File with the authority that signs the server's certificate, for verify-full. */
  Optional<String> rootCertificate();

  /** How long a server is waited for that cannot be reached, or is a standby. */
  @WithDefault("10s")
  Duration patience();
}
