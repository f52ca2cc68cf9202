package io.watchbill.database;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Postgres roles of Watchbill: the owner, and one per service without DDL. */
public enum DatabaseRole {
  OWNER(null),
  INCIDENT("incident"),
  ROTATION("rotation"),
  ESCALATION("escalation");

  private final @Nullable String schema;

  DatabaseRole(@Nullable String schema) {
    this.schema = schema;
  }

  /** The roles that run services, in the order in which their schemas are migrated. */
  public static List<DatabaseRole> services() {
    return List.of(ROTATION, INCIDENT, ESCALATION);
  }

  /** The role's name in Postgres. */
  public String sqlName() {
    return "watchbill_" + name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The schema that this role's service owns; empty for the owner of the database. */
  public Optional<String> schema() {
    return Optional.ofNullable(schema);
  }
}
