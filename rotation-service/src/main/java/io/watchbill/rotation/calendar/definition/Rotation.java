package io.watchbill.rotation.calendar.definition;

import java.util.List;

/**
 * All that determines who is on call.
 *
 * @param versions in any order; of two that take effect at the same instant, the later number wins
 * @param replacements in the order in which they were created
 * @param additions in any order
 */
public record Rotation(
    String id, List<Version> versions, List<Replacement> replacements, List<Addition> additions) {
  public Rotation {
    versions = List.copyOf(versions);
    replacements = List.copyOf(replacements);
    additions = List.copyOf(additions);
  }

  /** Creates a rotation without additions. */
  public Rotation(String id, List<Version> versions, List<Replacement> replacements) {
    this(id, versions, replacements, List.of());
  }

  /** Returns the rotation without overrides. */
  public Rotation withoutOverrides() {
    return new Rotation(id, versions, List.of());
  }
}
