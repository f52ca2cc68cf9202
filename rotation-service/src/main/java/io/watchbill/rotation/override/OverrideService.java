package io.watchbill.rotation.override;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.input.Ahead;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.rotation.RotationChanged;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates and withdraws overrides, for the future only: the past never changes. */
@ApplicationScoped
public class OverrideService {
  private final Database database;
  private final RotationRepository rotations;
  private final OverrideRepository overrides;
  private final OverridePeople people;
  private final ScheduleReader schedules;
  private final RotationChanged.Publisher changes;
  private final Acting acting;
  private final Caller caller;

  OverrideService(
      Database database,
      RotationRepository rotations,
      OverrideRepository overrides,
      OverridePeople people,
      ScheduleReader schedules,
      RotationChanged.Publisher changes,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.overrides = overrides;
    this.people = people;
    this.schedules = schedules;
    this.changes = changes;
    this.acting = acting;
    this.caller = caller;
  }

  /** Creates an override in the given transaction. */
  public ShiftOverride add(Tx tx, String id, OverrideRequest request) {
    StoredRotation rotation = rotations.lockPresent(tx, id);
    caller.require(Rights.RESPONDER, rotation.team());
    OverrideKind kind = OverrideKind.ofWire(request.kind());
    Span span = Ahead.span(request.from(), request.to(), tx.now());
    people.check(tx, kind, request);
    if (request.person() != null) {
      acting.demandReach(tx, rotation.team(), List.of(request.person()), "/person");
    }
    return changes.around(
        tx, rotation, caller.name(), () -> store(tx, override(tx, id, kind, request, span)));
  }

  /**
   * Creates overrides for known people: all of them, or none.
   *
   * @param rotation locked by this transaction
   * @throws Problem when one of them would change nothing
   */
  public void makeAll(Tx tx, StoredRotation rotation, List<ShiftOverride> wanted) {
    changes.around(
        tx,
        rotation,
        caller.name(),
        () -> wanted.stream().map(override -> store(tx, override)).toList());
  }

  /**
   * Stores an override for known people.
   *
   * @throws Problem when it would change nothing
   */
  ShiftOverride store(Tx tx, ShiftOverride override) {
    Effect.check(schedules.rotation(tx, override.rotation(), override.span()), override);
    overrides.add(tx, override);
    return override;
  }

  private ShiftOverride override(
      Tx tx, String rotation, OverrideKind kind, OverrideRequest request, Span span) {
    return new ShiftOverride(
        Ids.next(),
        rotation,
        request.role(),
        kind,
        request.person(),
        request.replaces(),
        span.start(),
        span.end(),
        request.reason(),
        caller.name(),
        tx.now(),
        null);
  }

  ShiftOverride get(String rotation, UUID id) {
    return database.read(tx -> found(tx, rotation, id));
  }

  Slice<ShiftOverride> list(
      String rotation, Optional<Instant> from, Optional<Instant> to, SliceRequest page) {
    UUID after = Uuid.after(page);
    return database.read(
        tx -> {
          if (rotations.find(tx, rotation).isEmpty()) {
            throw Problem.notFound("rotation", rotation);
          }
          return Slice.of(
              overrides.list(tx, rotation, from, to, after, page.limitPlusOne()),
              page,
              override -> override.id().toString());
        });
  }

  /** Returns the first overrides of a rotation that overlap the range. */
  public List<ShiftOverride> within(String rotation, Span range, int most) {
    return database.read(
        tx ->
            overrides.list(
                tx, rotation, Optional.of(range.start()), Optional.of(range.end()), null, most));
  }

  void withdraw(String rotation, UUID id) {
    database.run(
        tx -> {
          StoredRotation stored = rotations.locked(tx, rotation);
          caller.require(Rights.RESPONDER, stored.team());
          ShiftOverride override = found(tx, rotation, id);
          if (override.withdrawnAt() == null) {
            withdraw(tx, stored, override, caller.name());
          }
        });
  }

  /** Returns overrides by their ids, in the order in which they were created. */
  public List<ShiftOverride> all(Tx tx, List<UUID> ids) {
    return overrides.all(tx, ids);
  }

  /** Withdraws the overrides that are neither over nor withdrawn. */
  public void takeBack(Tx tx, List<UUID> ids, String by) {
    for (ShiftOverride override : overrides.all(tx, ids)) {
      StoredRotation rotation = rotations.locked(tx, override.rotation());
      ShiftOverride present = found(tx, rotation.id(), override.id());
      if (present.withdrawnAt() == null && present.to().isAfter(tx.now())) {
        withdraw(tx, rotation, present, by);
      }
    }
  }

  private void withdraw(Tx tx, StoredRotation rotation, ShiftOverride override, String by) {
    if (!override.to().isAfter(tx.now())) {
      throw new Problem(
          RotationError.OVER, "The override ended at " + override.to() + "; the past stays.");
    }
    changes.run(tx, rotation, by, () -> overrides.withdraw(tx, override.id()));
  }

  private ShiftOverride found(Tx tx, String rotation, UUID id) {
    return overrides.find(tx, rotation, id).orElseThrow(() -> Problem.notFound("override", id));
  }
}
