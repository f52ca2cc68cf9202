package io.watchbill.rotation.rotation;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.holiday.HolidayReader;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Moment;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates, updates and reads rotations: a change of the definition is a new version. */
@ApplicationScoped
public class RotationService {
  private static final Duration FARTHEST = Duration.ofDays(5 * 366);
  private static final int MAX_VERSIONS = 10_000;

  private final Database database;
  private final RotationRepository rotations;
  private final KnownPeople people;
  private final KnownTeams teams;
  private final HolidayReader holidays;
  private final RotationChanged.Notice notice;
  private final Acting acting;
  private final Caller caller;

  RotationService(
      Database database,
      RotationRepository rotations,
      KnownPeople people,
      KnownTeams teams,
      HolidayReader holidays,
      RotationChanged.Notice notice,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.people = people;
    this.teams = teams;
    this.holidays = holidays;
    this.notice = notice;
    this.acting = acting;
    this.caller = caller;
  }

  /**
   * A rotation with its latest definition and its ETag.
   *
   * @param made whether this request created it
   */
  public record Shown(Rotation rotation, long definitionRevision, boolean made) {}

  Shown get(String id) {
    return database.read(tx -> get(tx, id));
  }

  /** Returns a rotation, in the given transaction. */
  public Shown get(Tx tx, String id) {
    return show(tx, found(rotations.find(tx, id), id), false);
  }

  Slice<Rotation> list(SliceRequest page, boolean archived) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw SliceRequest.invalidCursor();
    }
    return database.read(
        tx -> {
          List<StoredRotation> rows = rotations.after(tx, after, archived, page.limitPlusOne());
          Map<String, List<StoredVersion>> versions =
              rotations.versions(tx, rows.stream().map(StoredRotation::id).toList()).stream()
                  .collect(Collectors.groupingBy(StoredVersion::rotation));
          return Slice.of(rows, page, StoredRotation::id)
              .map(row -> shown(row, versions.get(row.id()), tx.now()));
        });
  }

  /** Returns all versions of a rotation, the newest first. */
  List<Rotation> versions(String id) {
    return database.read(
        tx -> {
          StoredRotation row = found(rotations.find(tx, id), id);
          List<StoredVersion> versions = rotations.versions(tx, List.of(id));
          int inForce = inForce(versions, tx.now()).number();
          return versions.reversed().stream().map(v -> shown(row, v, inForce)).toList();
        });
  }

  Shown put(String id, Rotation wanted, String ifMatch) {
    return database.inTransaction(tx -> put(tx, id, wanted, ifMatch));
  }

  /** Creates or updates a rotation, in the given transaction. */
  public Shown put(Tx tx, String id, Rotation wanted, String ifMatch) {
    if (Id.fits(wanted.team())) {
      caller.require(Rights.MANAGER, wanted.team());
    }
    RotationDefinition definition = wanted.definition();
    DefinitionCheck.check(
        id,
        wanted,
        teams.knows(tx, wanted.team()),
        people.unknown(tx, definition.people()),
        holidays.unknown(tx, definition.holidayCalendars()));
    if (ifMatch == null) {
      rotations.make(tx, id, wanted);
    }
    StoredRotation before = rotations.lock(tx, id).orElse(null);
    boolean made = before == null || before.definitionRevision() == 0;
    RevisionTag.check(ifMatch, made ? null : RevisionTag.tag(before.definitionRevision()));
    caller.require(Rights.MANAGER, before.team());
    before
        .archivedAt()
        .ifPresent(
            at -> {
              throw new Problem(
                  RotationError.ARCHIVED,
                  "The rotation was archived at " + at + "; choose another id for a new one.");
            });
    acting.demandReach(
        tx, wanted.team(), joining(tx, id, definition, made ? null : before), "/roles");
    Instant at = later(tx.now(), made ? Instant.MIN : before.changedAt().plusNanos(1_000));
    notice.run(
        tx,
        before,
        caller.name(),
        () -> {
          addVersion(tx, id, wanted, made, at);
          rotations.put(tx, id, wanted, at);
        });
    return show(tx, found(rotations.find(tx, id), id), made);
  }

  /** Returns the people named whom no earlier version names. */
  private Set<String> joining(Tx tx, String id, RotationDefinition wanted, StoredRotation before) {
    Set<String> joining = new HashSet<>(wanted.people());
    if (before != null) {
      rotations.versions(tx, List.of(id)).forEach(v -> joining.removeAll(v.definition().people()));
    }
    return joining;
  }

  private void addVersion(Tx tx, String id, Rotation wanted, boolean made, Instant at) {
    Optional<Instant> asked = Moment.optional("/effectiveFrom", wanted.effectiveFrom());
    asked.ifPresent(from -> checkEffective(from, made, at));
    Instant from = asked.orElse(at);
    List<StoredVersion> versions = rotations.versions(tx, List.of(id));
    boolean same = !made && inForce(versions, from).definition().equals(wanted.definition());
    if (same) {
      return;
    }
    if (versions.size() >= MAX_VERSIONS) {
      throw Problem.invalid("", "a rotation has at most " + MAX_VERSIONS + " versions");
    }
    rotations.add(
        tx, new StoredVersion(id, versions.size() + 1, from, wanted.definition(), caller.name()));
  }

  private static void checkEffective(Instant from, boolean made, Instant at) {
    if (made) {
      throw Problem.invalid(
          "/effectiveFrom",
          "the first definition takes effect at the start of its layers; leave effectiveFrom out");
    }
    if (from.isBefore(at)) {
      throw Problem.invalid(
          "/effectiveFrom", "the past never changes: effectiveFrom must not be before " + at);
    }
    if (from.isAfter(at.plus(FARTHEST))) {
      throw Problem.invalid("/effectiveFrom", "effectiveFrom must be at most five years ahead");
    }
  }

  private Shown show(Tx tx, StoredRotation row, boolean made) {
    return new Shown(
        shown(row, rotations.versions(tx, List.of(row.id())), tx.now()),
        row.definitionRevision(),
        made);
  }

  private Rotation shown(StoredRotation row, List<StoredVersion> versions, Instant now) {
    return shown(row, versions.getLast(), inForce(versions, now).number());
  }

  private Rotation shown(StoredRotation row, StoredVersion version, int inForce) {
    RotationDefinition definition = version.definition();
    return new Rotation(
        row.id(),
        row.name(),
        row.team(),
        definition.timeZone(),
        definition.mode(),
        definition.hours(),
        participants(row, definition),
        definition.roles(),
        null,
        version.number(),
        version.effectiveFrom(),
        inForce,
        row.archivedAt().orElse(null),
        row.archived().flatMap(Archived::by).orElse(null),
        row.archived().filter(Archived::unchecked).isPresent() ? true : null);
  }

  /** Removes the reasons of pauses, unless the caller manages the team. */
  private List<ParticipantDefinition> participants(
      StoredRotation row, RotationDefinition definition) {
    return definition.participants() == null || caller.principal().may(Rights.MANAGER, row.team())
        ? definition.participants()
        : definition.participants().stream().map(ParticipantDefinition::withoutReasons).toList();
  }

  private static StoredVersion inForce(List<StoredVersion> versions, Instant at) {
    return versions.stream()
        .filter(version -> !version.effectiveFrom().isAfter(at))
        .max(
            Comparator.comparing(StoredVersion::effectiveFrom).thenComparing(StoredVersion::number))
        .orElse(versions.getFirst());
  }

  private static StoredRotation found(Optional<StoredRotation> rotation, String id) {
    return rotation.orElseThrow(() -> Problem.notFound("rotation", id));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
