package io.watchbill.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The schemas, in the order in which they are migrated: keys, grants and people are read by all
 * services and refer to nothing; then those whose facts the others copy.
 */
enum Schema {
  ACCESS("db/access"),
  ROTATION("db/kit", "db/rotation"),
  INCIDENT("db/kit", "db/incident"),
  ESCALATION("db/kit", "db/escalation");

  private final List<String> folders;

  Schema(String... folders) {
    this.folders = List.of(folders);
  }

  /** Returns the schema's name in Postgres. */
  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the folders of the class path that hold its migrations. */
  String[] folders() {
    return folders.toArray(String[]::new);
  }

  /** Returns the names of all, in order. */
  static List<String> names() {
    return Arrays.stream(values()).map(Schema::sqlName).toList();
  }
}
