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
 * What a following role needs to know about the roles that it follows, at one time.
 *
 * @param taken the people on call there
 * @param relieved the people whom overrides relieved there
 */
record FollowedRole(List<SegmentPart> pieces, Set<String> taken, Set<String> relieved) {

  /** Combines the tracks of all followed roles. */
  static StepFunction<FollowedRole> of(List<Track> tracks) {
    int[] reached = new int[tracks.size()];
    Stream<Instant> changes =
        tracks.stream()
            .flatMap(track -> track.pieces().stream())
            .flatMap(piece -> Stream.of(piece.span().start(), piece.span().end()));
    return StepFunction.of(changes, instant -> at(tracks, reached, instant));
  }

  private static FollowedRole at(List<Track> tracks, int[] reached, Instant instant) {
    List<SegmentPart> pieces = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      List<SegmentPart> all = tracks.get(i).pieces();
      while (reached[i] < all.size() && !all.get(reached[i]).span().end().isAfter(instant)) {
        reached[i]++;
      }
      if (reached[i] < all.size() && all.get(reached[i]).span().contains(instant)) {
        pieces.add(all.get(reached[i]));
      }
    }
    Set<String> taken = new HashSet<>();
    Set<String> relieved = new HashSet<>();
    for (SegmentPart piece : pieces) {
      taken.addAll(piece.people());
      relieved.addAll(piece.relieved());
    }
    return new FollowedRole(pieces, taken, relieved);
  }

  /** Returns whether all of these people may take the shift. */
  boolean leaves(List<String> people) {
    return Collections.disjoint(taken, people) && Collections.disjoint(relieved, people);
  }
}
