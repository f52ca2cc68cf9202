package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.time.StepFunction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts that a following role needs of the roles that it follows, at one time.
 *
 * @param taken the people on call there
 * @param relieved the people whom overrides relieved there
 */
record FollowedRole(List<SegmentPart> parts, Set<String> taken, Set<String> relieved) {

  /** Combines the tracks of all followed roles. */
  static StepFunction<FollowedRole> of(List<Track> tracks) {
    int[] reached = new int[tracks.size()];
    Stream<Instant> changes =
        tracks.stream()
            .flatMap(track -> track.parts().stream())
            .flatMap(part -> Stream.of(part.span().start(), part.span().end()));
    return StepFunction.of(changes, instant -> at(tracks, reached, instant));
  }

  private static FollowedRole at(List<Track> tracks, int[] reached, Instant instant) {
    List<SegmentPart> parts = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      List<SegmentPart> all = tracks.get(i).parts();
      while (reached[i] < all.size() && !all.get(reached[i]).span().end().isAfter(instant)) {
        reached[i]++;
      }
      if (reached[i] < all.size() && all.get(reached[i]).span().contains(instant)) {
        parts.add(all.get(reached[i]));
      }
    }
    Set<String> taken = new HashSet<>();
    Set<String> relieved = new HashSet<>();
    for (SegmentPart part : parts) {
      taken.addAll(part.people());
      relieved.addAll(part.relieved());
    }
    return new FollowedRole(parts, taken, relieved);
  }

  /** Returns whether all of these people may take the shift. */
  boolean leaves(List<String> people) {
    return Collections.disjoint(taken, people) && Collections.disjoint(relieved, people);
  }
}
