package io.watchbill.rotation.calendar.definition;

import java.util.List;

/** A place in a rotation, such as primary, that somebody holds at every instant, or a gap. */
public sealed interface Role {

  /** Returns the name, unique in the rotation. */
  String name();

  /** A role with layers of its own; layers at work at the same time are on call together. */
  record Layered(String name, List<Layer> layers) implements Role {
    public Layered {
      layers = List.copyOf(layers);
    }
  }

  /**
   * A role that takes, at each turn of another role, the people of the turn {@code offset} later.
   * It never has a person who is on call in the followed role at the same time.
   */
  record Following(String name, String role, int offset) implements Role {}
}
