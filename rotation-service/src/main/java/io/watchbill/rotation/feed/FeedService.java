package io.watchbill.rotation.feed;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
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
import java.util.Set;
import java.util.UUID;

/** Creates, reads and revokes calendar feeds. */
@ApplicationScoped
public class FeedService {
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(365);
  private static final long MOST_TURNS = 20_000;

  private final Database database;
  private final FeedRepository feeds;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final KnownPeople people;
  private final Acting acting;
  private final Caller caller;

  FeedService(
      Database database,
      FeedRepository feeds,
      RotationRepository rotations,
      ScheduleReader schedules,
      KnownPeople people,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.feeds = feeds;
    this.rotations = rotations;
    this.schedules = schedules;
    this.people = people;
    this.acting = acting;
    this.caller = caller;
  }

  /**
   * A file with its ETag.
   *
   * @param text empty when the client has it already
   */
  record Tagged(String tag, Optional<String> text) {}

  Feed make(Tx tx, FeedBody body, String token) {
    if ((body.rotation() == null) == (body.person() == null)) {
      throw Problem.invalid("", "name either a rotation or a person");
    }
    checkAuthor(tx);
    if (body.person() != null) {
      checkPerson(tx, body);
    } else {
      checkRotation(tx, body);
    }
    Feed feed =
        new Feed(
            Ids.next(),
            body.rotation(),
            body.role(),
            body.person(),
            caller.name(),
            tx.now(),
            null,
            null);
    feeds.add(tx, feed, FeedToken.hash(token));
    return feed;
  }

  /** A key may be cached for a moment after its person was archived; a feed would outlive it. */
  private void checkAuthor(Tx tx) {
    if (caller.principal().kind() == Principal.Kind.PERSON
        && !people.unknown(tx, Set.of(caller.id())).isEmpty()) {
      throw new Problem(KitError.FORBIDDEN, "There is no person '" + caller.id() + "' any more.");
    }
  }

  private void checkPerson(Tx tx, FeedBody body) {
    if (body.role() != null) {
      throw Problem.invalid("/role", "a role requires a rotation");
    }
    if (!people.unknown(tx, Set.of(body.person())).isEmpty()) {
      throw Problem.invalid("/person", "there is no person '" + body.person() + "'");
    }
  }

  private void checkRotation(Tx tx, FeedBody body) {
    if (rotations.find(tx, body.rotation()).isEmpty()) {
      throw Problem.invalid("/rotation", "there is no rotation '" + body.rotation() + "'");
    }
    Span ahead = ahead(tx.now());
    RotationCalendar calendar =
        new RotationCalendar(schedules.rotation(tx, body.rotation(), ahead));
    if (body.role() != null && !calendar.roles(ahead).contains(body.role())) {
      throw Problem.invalid(
          "/role", "there is no role '" + body.role() + "'; there are " + calendar.roles(ahead));
    }
  }

  /**
   * Returns the file of a token; the ETag stays the same for a day while nothing changes. Empty
   * when the token is unknown or revoked.
   */
  Optional<Tagged> read(String token, String ifNoneMatch) {
    return database.read(
        tx -> feeds.ofToken(tx, FeedToken.hash(token)).map(feed -> file(tx, feed, ifNoneMatch)));
  }

  private Tagged file(Tx tx, Feed feed, String ifNoneMatch) {
    List<StoredRotation> shown =
        feed.person() == null
            ? rotations.find(tx, feed.rotation()).stream().toList()
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
          ahead(day).within(new Span(Instant.MIN, rotation.archivedAt().orElse(Instant.MAX)));
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

  private static Span ahead(Instant day) {
    return new Span(day.minus(BACK), day.plus(AHEAD));
  }

  /** Returns the caller's own feeds, and everybody's to admins. */
  Slice<Feed> list(SliceRequest page) {
    Optional<String> author =
        caller.principal().may(Rights.ADMIN, "") ? Optional.empty() : Optional.of(caller.name());
    UUID after = Uuid.after(page);
    return database.read(
        tx ->
            Slice.of(
                feeds.list(tx, author, after, page.limitPlusOne()),
                page,
                feed -> feed.id().toString()));
  }

  /** Revokes a feed; allowed for its author, the person whose shifts it shows, and admins. */
  void revoke(UUID id) {
    database.run(
        tx -> {
          Feed feed = feeds.find(tx, id).orElseThrow(() -> Problem.notFound("feed", id));
          boolean own =
              feed.author().equals(caller.name())
                  || (feed.person() != null && acting.is(feed.person()));
          if (!own) {
            caller.require(Rights.ADMIN, "");
          }
          feeds.revoke(tx, id);
        });
  }
}
