package io.watchbill.rotation.calendar;

import java.util.List;

/**
 * All that decides who is on watch.
 *
 * @param versions in any order; of two that hold from the same instant the later number wins
 * @param replacements in the order in which they were made
 */
public record Rotation(String id, List<Version> versions, List<Replacement> replacements) {
  public Rotation {
    versions = List.copyOf(versions);
    replacements = List.copyOf(replacements);
  }
}
