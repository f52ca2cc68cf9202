package io.watchbill.cli.override;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A time in which somebody comes to be on call, or no longer is. */
record Change(boolean gained, String person, String role, Instant from, Instant to) {

  /**
   * Returns what a preview changes. Of a shift that an override cuts the preview says that all of
   * it is lost and its rest gained; here that rest is no change.
   */
  static List<Change> of(JsonNode changes) {
    List<Change> all = changes.valueStream().map(Change::read).toList();
    return all.stream()
        .flatMap(change -> change.without(all))
        .sorted(Comparator.comparing(Change::from).thenComparing(Change::gained))
        .toList();
  }

  private static Change read(JsonNode change) {
    return new Change(
        Texts.of(change, "change").equals("gained"),
        Texts.of(change, "person"),
        Texts.of(change, "role"),
        Instant.parse(Texts.of(change, "from")),
        Instant.parse(Texts.of(change, "to")));
  }

  /** Returns the parts that no opposite change of the same person and role makes undone. */
  private Stream<Change> without(List<Change> others) {
    List<Change> parts = new ArrayList<>(List.of(this));
    for (Change other : others) {
      if (other.gained != gained && other.person.equals(person) && other.role.equals(role)) {
        parts = new ArrayList<>(parts.stream().flatMap(part -> part.minus(other)).toList());
      }
    }
    return parts.stream();
  }

  private Stream<Change> minus(Change other) {
    if (!other.from.isBefore(to) || !from.isBefore(other.to)) {
      return Stream.of(this);
    }
    return Stream.of(until(other.from), since(other.to))
        .filter(part -> part.from.isBefore(part.to));
  }

  private Change until(Instant end) {
    return new Change(gained, person, role, from, end);
  }

  private Change since(Instant start) {
    return new Change(gained, person, role, start, to);
  }
}
