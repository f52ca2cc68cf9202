package io.watchbill.incident.incident;

import io.watchbill.kit.paging.PageRequest;
import io.watchbill.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The orders in which incidents are listed; each has an index behind it. */
enum IncidentOrder {
  NEWEST("created_at DESC, id DESC"),
  SEVERITY("severity, created_at DESC, id DESC");

  private final String columns;

  IncidentOrder(String columns) {
    this.columns = columns;
  }

  static IncidentOrder of(String word) {
    if (word == null || word.equals("newest")) {
      return NEWEST;
    }
    if (word.equals("severity")) {
      return SEVERITY;
    }
    throw Problem.invalid("sort", "The order is 'newest' or 'severity'.");
  }

  String columns() {
    return columns;
  }

  /** The key after which the next page begins. */
  String key(Incident incident) {
    return incident.lifecycle().severity() + " " + incident.createdAt() + " " + incident.id();
  }

  /** The condition that skips all up to a key. */
  String after(String key, List<Object> values) {
    String[] parts = key.split(" ", -1);
    try {
      if (parts.length != 3) {
        throw PageRequest.invalidCursor();
      }
      values.add(Instant.parse(parts[1]));
      values.add(UUID.fromString(parts[2]));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw PageRequest.invalidCursor();
    }
    int at = values.size() - 1;
    String newer = "(created_at, id) < ($%d, $%d)".formatted(at, at + 1);
    if (this == NEWEST) {
      return newer;
    }
    values.add(parts[0]);
    return "severity >= $%d AND (severity > $%d OR %s)".formatted(at + 2, at + 2, newer);
  }
}
