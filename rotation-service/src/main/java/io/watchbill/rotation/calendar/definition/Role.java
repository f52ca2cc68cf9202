package io.watchbill.rotation.calendar.definition;

import java.util.List;

/** A place in a rotation that somebody holds at every instant, or a gap. */
public sealed interface Role {

  /** The name, unique in the rotation. */
  String name();

  /** A role with layers of its own; all of them are on call beside each other. */
  record Layered(String name, List<Layer> layers) implements Role {
    public Layered {
      layers = List.copyOf(layers);
    }
  }

  /**
   * A role that takes, at each turn of another role, the people of the turn {@code offset} later.
   * It never has a person on call who is on call in the followed role at the same time.
   */
  record Following(String name, String role, int offset) implements Role {}
}
