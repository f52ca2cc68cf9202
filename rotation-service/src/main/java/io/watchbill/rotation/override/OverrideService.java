package io.watchbill.rotation.override;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.paging.Page;
import io.watchbill.kit.paging.PageRequest;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.calendar.Replacement;
import io.watchbill.rotation.calendar.Span;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.request.Moment;
import io.watchbill.rotation.rotation.RotationChanged;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.watch.WatchBill;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Overrides: made and withdrawn for the future only, for the past never changes. */
@ApplicationScoped
public class OverrideService {
  /** So late "now" may arrive and still mean now. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Duration FARTHEST = Duration.ofDays(2 * 366);

  private final Database database;
  private final RotationRepository rotations;
  private final OverrideRepository overrides;
  private final KnownPeople people;
  private final WatchBill watchBill;
  private final RotationChanged.Notice notice;
  private final Caller caller;

  OverrideService(
      Database database,
      RotationRepository rotations,
      OverrideRepository overrides,
      KnownPeople people,
      WatchBill watchBill,
      RotationChanged.Notice notice,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.overrides = overrides;
    this.people = people;
    this.watchBill = watchBill;
    this.notice = notice;
    this.caller = caller;
  }

  /** Makes an override in the transaction given. */
  ShiftOverride add(Tx tx, String id, OverrideRequest request) {
    StoredRotation rotation = locked(tx, id);
    caller.require(Rights.RESPONDER, rotation.team());
    rotation
        .archivedAt()
        .ifPresent(
            at -> {
              throw new Problem(RotationError.ARCHIVED, "The rotation was archived at " + at + ".");
            });
    if (!request.kind().equals("replace")) {
      throw Problem.invalid("/kind", "the kind is 'replace'");
    }
    Span span = span(request, tx.now());
    checkPeople(tx, request);
    ShiftOverride override = override(tx, id, request, span);
    Effect.check(watchBill.rotation(tx, id, span), replacement(override));
    overrides.add(tx, override);
    notice.changed(tx, id);
    return override;
  }

  private static Span span(OverrideRequest request, Instant now) {
    Instant asked = Moment.optional("/from", request.from()).orElse(now);
    if (asked.isBefore(now.minus(GRACE))) {
      throw Problem.invalid("/from", "the past never changes: 'from' is not before " + now);
    }
    Instant from = asked.isBefore(now) ? now : asked;
    Instant to = Moment.needed("/to", request.to());
    if (!from.isBefore(to)) {
      throw Problem.invalid("/to", "'to' must lie after 'from' and in the future");
    }
    if (from.isAfter(now.plus(FARTHEST))) {
      throw Problem.invalid("/from", "'from' is at most two years ahead");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Problem.invalid("/to", "an override lasts at most " + LONGEST.toDays() + " days");
    }
    return new Span(from, to);
  }

  private void checkPeople(Tx tx, OverrideRequest request) {
    Set<String> named = new HashSet<>();
    named.add(request.person());
    Optional.ofNullable(request.replaces()).ifPresent(named::add);
    Set<String> unknown = people.unknown(tx, named);
    if (unknown.contains(request.person())) {
      throw Problem.invalid("/person", "there is no person '" + request.person() + "'");
    }
    if (request.replaces() != null && unknown.contains(request.replaces())) {
      throw Problem.invalid("/replaces", "there is no person '" + request.replaces() + "'");
    }
    if (request.person().equals(request.replaces())) {
      throw Problem.invalid("/person", "nobody stands in for themselves");
    }
  }

  private ShiftOverride override(Tx tx, String rotation, OverrideRequest request, Span span) {
    return new ShiftOverride(
        Ids.next(),
        rotation,
        request.role(),
        request.kind(),
        request.person(),
        request.replaces(),
        span.start(),
        span.end(),
        request.reason(),
        caller.name(),
        tx.now(),
        null);
  }

  private static Replacement replacement(ShiftOverride override) {
    return new Replacement(
        override.id().toString(),
        override.role(),
        new Span(override.from(), override.to()),
        Optional.ofNullable(override.replaces()),
        override.person(),
        override.reason());
  }

  ShiftOverride get(String rotation, UUID id) {
    return database.read(tx -> found(tx, rotation, id));
  }

  Page<ShiftOverride> list(
      String rotation, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
    UUID after = page.after().map(OverrideService::cursor).orElse(null);
    return database.read(
        tx -> {
          if (rotations.find(tx, rotation).isEmpty()) {
            throw Problem.notFound("rotation", rotation);
          }
          return Page.of(
              overrides.list(tx, rotation, from, to, after, page.limitPlusOne()),
              page,
              override -> override.id().toString());
        });
  }

  void withdraw(String rotation, UUID id) {
    database.inTransaction(
        tx -> {
          caller.require(Rights.RESPONDER, locked(tx, rotation).team());
          ShiftOverride override = found(tx, rotation, id);
          if (override.withdrawnAt() == null) {
            withdraw(tx, override);
          }
          return null;
        });
  }

  private void withdraw(Tx tx, ShiftOverride override) {
    if (!override.to().isAfter(tx.now())) {
      throw new Problem(
          RotationError.OVER, "The override ended at " + override.to() + "; the past stays.");
    }
    overrides.withdraw(tx, override.id());
    notice.changed(tx, override.rotation());
  }

  private StoredRotation locked(Tx tx, String id) {
    return rotations.lock(tx, id).orElseThrow(() -> Problem.notFound("rotation", id));
  }

  private ShiftOverride found(Tx tx, String rotation, UUID id) {
    return overrides.find(tx, rotation, id).orElseThrow(() -> Problem.notFound("override", id));
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw PageRequest.invalidCursor();
    }
  }
}
