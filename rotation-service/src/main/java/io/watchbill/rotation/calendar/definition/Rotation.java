package io.watchbill.rotation.calendar.definition;

import java.util.List;

/**
 * All that decides who is on call.
 *
 * @param versions in any order; of two that hold from the same instant the later number wins
 * @param replacements in the order in which they were made
 * @param additions who stands beside, in any order
 */
public record Rotation(
    String id, List<Version> versions, List<Replacement> replacements, List<Addition> additions) {
  public Rotation {
    versions = List.copyOf(versions);
    replacements = List.copyOf(replacements);
    additions = List.copyOf(additions);
  }

  /** One to which nobody is added. */
  public Rotation(String id, List<Version> versions, List<Replacement> replacements) {
    this(id, versions, replacements, List.of());
  }

  /** The same as the definition deals it, without overrides. */
  public Rotation dealt() {
    return new Rotation(id, versions, List.of());
  }
}
