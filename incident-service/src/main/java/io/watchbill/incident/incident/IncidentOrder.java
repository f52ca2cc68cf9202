package io.watchbill.incident.incident;

import io.watchbill.kit.database.Where;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.NewestFirst;
import io.watchbill.kit.slice.SliceRequest;
import org.jspecify.annotations.Nullable;

/** The orders in which incidents are listed; each has an index. */
public enum IncidentOrder {
  NEWEST("created_at DESC, id DESC"),
  SEVERITY("severity, created_at DESC, id DESC");

  private final String columns;

  IncidentOrder(String columns) {
    this.columns = columns;
  }

  public static IncidentOrder of(@Nullable String word) {
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

  /** Returns the key after which the next slice begins. */
  public String key(Incident incident) {
    String newest = NewestFirst.key(incident.createdAt(), incident.id());
    return this == NEWEST ? newest : incident.lifecycle().severity() + "/" + newest;
  }

  /** Skips everything up to a key. */
  void after(Where where, String key) {
    if (this == NEWEST) {
      NewestFirst.after(where, "created_at, id", key);
      return;
    }
    String[] parts = key.split("/", 2);
    if (parts.length != 2) {
      throw SliceRequest.invalidCursor();
    }
    NewestFirst last = NewestFirst.parse(parts[1]);
    // The first condition is what an index is searched by, the second is exact.
    where
        .and("severity >= ?", parts[0])
        .and("(severity > ? OR (created_at, id) < (?, ?))", parts[0], last.at(), last.id());
  }
}
