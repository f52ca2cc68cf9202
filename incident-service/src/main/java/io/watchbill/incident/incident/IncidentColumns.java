package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.lifecycle.Mute;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.State;
import io.watchbill.incident.lifecycle.Triggered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the tables of incidents, each beside the value that is written into it. */
final class IncidentColumns {
  private record Column(String name, Function<Incident, Object> value) {}

  private static final List<Column> ITSELF =
      List.of(
          column("team", Incident::team),
          optional("policy", Incident::policy),
          column("version", Incident::version),
          column("entries", Incident::entries),
          column("legal_hold", Incident::legalHold));

  private static final List<Column> CLASSIFICATION =
      List.of(
          life("severity", life -> life.severity().name()),
          life("tags", life -> life.tags().toArray(new String[0])));

  private static final List<Column> ROUND =
      List.of(
          life("round", Lifecycle::round),
          life("triggered_at", life -> life.anchors().triggered()),
          life("acknowledged_at", life -> life.anchors().acknowledged().orElse(null)),
          life("last_update_at", life -> life.anchors().lastUpdate()),
          life("severity_changed_at", life -> life.anchors().severityChange()));

  private static final List<Column> STATE =
      List.of(
          life("state", life -> life.state().kind().word()),
          by("state_by_kind", actor -> actor.kind().name()),
          by("state_by", Actor::id),
          by("state_channel", Actor::channel),
          life("state_at", life -> at(life.state()).orElse(null)),
          resolved("resolved_how", resolved -> Optional.of(resolved.how().name())),
          resolved("suppressed_until", Resolved::suppressedUntil));

  private static final List<Column> MUTE =
      List.of(
          mute("mute_kind", mute -> mute.kind().name()),
          mute("mute_until", Mute::until),
          mute("mute_reason", Mute::reason),
          mute("mute_by_kind", mute -> mute.by().kind().name()),
          mute("mute_by", mute -> mute.by().id()),
          mute("mute_channel", mute -> mute.by().channel()));

  private static final List<Column> CHANGING =
      Stream.of(ITSELF, CLASSIFICATION, ROUND, STATE, MUTE).flatMap(List::stream).toList();

  /** The columns that never change. */
  static final String FIXED = "id, number, title, integration, created_at, began_at";

  private IncidentColumns() {}

  /** Returns the names of the columns that may change, separated by commas. */
  static String changing() {
    return CHANGING.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** Returns the names of all columns, separated by commas. */
  static String all() {
    return FIXED + ", " + changing();
  }

  /** Returns how many columns may change. */
  static int count() {
    return CHANGING.size();
  }

  /** Returns the values of the columns that may change, in the order of {@link #changing}. */
  static List<Object> values(Incident incident) {
    return CHANGING.stream()
        .map(column -> column.value().apply(incident))
        .collect(Collectors.toList());
  }

  private static Column column(String name, Function<Incident, Object> value) {
    return new Column(name, value);
  }

  private static Column optional(String name, Function<Incident, Optional<String>> value) {
    return column(name, incident -> value.apply(incident).orElse(null));
  }

  private static Column life(String name, Function<Lifecycle, Object> value) {
    return column(name, incident -> value.apply(incident.lifecycle()));
  }

  private static Column by(String name, Function<Actor, String> value) {
    return life(name, life -> actor(life.state()).map(value).orElse(null));
  }

  private static Column resolved(String name, Function<Resolved, Optional<?>> value) {
    return life(
        name,
        life ->
            life.state() instanceof Resolved resolved ? value.apply(resolved).orElse(null) : null);
  }

  private static Column mute(String name, Function<Mute, Object> value) {
    return life(name, life -> life.mute().map(value).orElse(null));
  }

  private static Optional<Actor> actor(State state) {
    return switch (state) {
      case Triggered triggered -> Optional.empty();
      case Acknowledged acknowledged -> Optional.of(acknowledged.by());
      case Resolved resolved -> Optional.of(resolved.by());
    };
  }

  private static Optional<Instant> at(State state) {
    return switch (state) {
      case Triggered triggered -> Optional.empty();
      case Acknowledged acknowledged -> Optional.of(acknowledged.at());
      case Resolved resolved -> Optional.of(resolved.at());
    };
  }
}
