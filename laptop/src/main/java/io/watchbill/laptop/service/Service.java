package io.watchbill.laptop.service;

import io.watchbill.database.DatabaseRole;
import io.watchbill.laptop.Ports;
import java.net.URI;
import java.util.Locale;

/** The three services, in the order in which their ports follow each other. */
public enum Service {
  INCIDENT(DatabaseRole.INCIDENT),
  ROTATION(DatabaseRole.ROTATION),
  ESCALATION(DatabaseRole.ESCALATION);

  private final DatabaseRole role;

  Service(DatabaseRole role) {
    this.role = role;
  }

  /** The word for it in files and options: {@code incident}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The module's name, and that of its program: {@code incident-service}. */
  public String module() {
    return word() + "-service";
  }

  /** The database role under which it runs. */
  public DatabaseRole role() {
    return role;
  }

  public int port(Ports ports) {
    return ports.base() + ordinal();
  }

  public URI address(Ports ports) {
    return URI.create("http://127.0.0.1:" + port(ports));
  }
}
