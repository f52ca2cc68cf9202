package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.peer.DisplayNames;
import jakarta.enterprise.context.ApplicationScoped;

/** Callers and people as actors, by the names that texts call them. */
@ApplicationScoped
public class Actors {
  private static final String CHANNEL = "api";

  private final DisplayNames names;

  Actors(DisplayNames names) {
    this.names = names;
  }

  /** Returns the caller of the API. */
  public Actor of(Principal caller) {
    return caller.kind() == Principal.Kind.PERSON
        ? person(caller.id(), CHANNEL)
        : new Actor(Actor.Kind.valueOf(caller.kind().name()), caller.id(), CHANNEL);
  }

  /** Returns a person who acts by a channel. */
  public Actor person(String id, String channel) {
    return Actor.person(id, channel).named(names.person(id));
  }

  /** Returns the name of a team, or its id. */
  String team(String id) {
    return names.team(id);
  }
}
