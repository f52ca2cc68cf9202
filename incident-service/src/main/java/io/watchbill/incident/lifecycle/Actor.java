package io.watchbill.incident.lifecycle;

import java.util.Objects;

/**
 * Who did something, and by which channel ("api", "link", "sms", "alertmanager", "clock"). Every
 * entry of a timeline names one.
 */
public record Actor(Kind kind, String id, String channel) {

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
    return id;
  }
}
