package io.watchbill.incident.lifecycle;

import java.util.Objects;

/**
 * Who did something, and by which channel ("api", "link", "sms", "alertmanager", "clock"). Every
 * entry of a timeline names one.
 *
 * @param name for texts: the id where no name is known. It is not stored beside the id
 */
public record Actor(Kind kind, String id, String channel, String name) {

  /** The kinds of actors; only what a person does counts as an update. */
  public enum Kind {
    PERSON,
    INTEGRATION,
    SERVICE,
    AUTOMATION,
    SYSTEM
  }

  /** Watchbill's own clocks. */
  public static final Actor CLOCK = new Actor(Kind.SYSTEM, "watchbill", "clock");

  public Actor {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(id);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(name);
  }

  /** An actor who goes by the id. */
  public Actor(Kind kind, String id, String channel) {
    this(kind, id, channel, id);
  }

  /** Returns the same actor by a name. */
  public Actor named(String by) {
    return new Actor(kind, id, channel, by);
  }

  public static Actor person(String id, String channel) {
    return new Actor(Kind.PERSON, id, channel);
  }

  public static Actor integration(String id, String channel) {
    return new Actor(Kind.INTEGRATION, id, channel);
  }

  public boolean isPerson() {
    return kind == Kind.PERSON;
  }

  @Override
  public String toString() {
    return name;
  }
}
