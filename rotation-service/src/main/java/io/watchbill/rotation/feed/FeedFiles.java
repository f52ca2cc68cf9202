package io.watchbill.rotation.feed;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the calendar files of feeds. */
@ApplicationScoped
class FeedFiles {
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(365);
  private static final long MOST_TURNS = 20_000;

  private final RotationRepository rotations;
  private final ScheduleReader schedules;

  FeedFiles(RotationRepository rotations, ScheduleReader schedules) {
    this.rotations = rotations;
    this.schedules = schedules;
  }

  /**
   * A file with its ETag.
   *
   * @param text empty when the client has it already
   */
  record Tagged(String tag, Optional<String> text) {}

  /** Returns the file of a feed; the ETag stays the same for a day while nothing changes. */
  Tagged of(Tx tx, Feed feed, @Nullable String ifNoneMatch) {
    List<StoredRotation> shown =
        feed.person() == null
            ? rotations.find(tx, requireNonNull(feed.rotation())).stream().toList()
            : rotations.naming(tx, feed.person());
    Instant day = tx.now().truncatedTo(ChronoUnit.DAYS);
    String tag = tag(feed, shown, day);
    return RevisionTag.names(ifNoneMatch, RevisionTag.tag(tag))
        ? new Tagged(tag, Optional.empty())
        : new Tagged(tag, Optional.of(text(tx, feed, shown, day)));
  }

  private static String tag(Feed feed, List<StoredRotation> shown, Instant day) {
    List<String> revisions =
        shown.stream().map(r -> r.id() + r.revision() + r.name() + r.archivedAt()).toList();
    return feed.id() + "-" + Integer.toHexString(Objects.hash(revisions, day));
  }

  private String text(Tx tx, Feed feed, List<StoredRotation> shown, Instant day) {
    ShiftCalendar file = new ShiftCalendar(name(feed, shown), day);
    for (StoredRotation rotation : shown) {
      Optional<Span> range =
          range(day).within(new Span(Instant.MIN, rotation.archivedAt().orElse(Instant.MAX)));
      range.ifPresent(
          span -> file.add(rotation.name(), rotation.revision(), shifts(tx, feed, rotation, span)));
    }
    return file.text();
  }

  private List<Shift> shifts(Tx tx, Feed feed, StoredRotation rotation, Span span) {
    RotationCalendar calendar = new RotationCalendar(schedules.rotation(tx, rotation.id(), span));
    // A rotation with many short turns is shown as far ahead as a file may reasonably hold.
    return calendar.shifts(calendar.beginning(span, MOST_TURNS)).shifts().stream()
        .filter(shift -> feed.role() == null || shift.role().equals(feed.role()))
        .filter(shift -> feed.person() == null || shift.people().contains(feed.person()))
        .toList();
  }

  private static String name(Feed feed, List<StoredRotation> shown) {
    if (feed.person() != null) {
      return "On call: " + feed.person();
    }
    String rotation = shown.getFirst().name();
    return feed.role() == null ? rotation : rotation + ", " + feed.role();
  }

  /** Returns the range that a feed shows. */
  static Span range(Instant day) {
    return new Span(day.minus(BACK), day.plus(AHEAD));
  }
}
