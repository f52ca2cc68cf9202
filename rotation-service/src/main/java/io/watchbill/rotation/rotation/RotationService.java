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
import io.watchbill.rotation.input.Instants;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates, updates and reads rotations: a change of the definition is a new version. */
@ApplicationScoped
public class RotationService {
  private static final Duration FARTHEST = Duration.ofDays(5 * 366);
  private static final int MAX_VERSIONS = 10_000;

  private final Database database;
  private final RotationRepository rotations;
  private final VersionRepository versions;
  private final RotationViews views;
  private final KnownPeople people;
  private final KnownTeams teams;
  private final HolidayReader holidays;
  private final RotationChanged.Publisher changes;
  private final Acting acting;
  private final Caller caller;

  RotationService(
      Database database,
      RotationRepository rotations,
      VersionRepository versions,
      RotationViews views,
      KnownPeople people,
      KnownTeams teams,
      HolidayReader holidays,
      RotationChanged.Publisher changes,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.versions = versions;
    this.views = views;
    this.people = people;
    this.teams = teams;
    this.holidays = holidays;
    this.changes = changes;
    this.acting = acting;
    this.caller = caller;
  }

  /**
   * A rotation with its latest definition and its ETag.
   *
   * @param made whether this request created it
   */
  public record ShownRotation(RotationView rotation, long definitionRevision, boolean made) {}

  /** Returns a rotation as it is now. */
  public ShownRotation get(String id) {
    return database.read(tx -> get(tx, id));
  }

  /** Returns a rotation, in the given transaction. */
  public ShownRotation get(Tx tx, String id) {
    return views.latest(tx, found(rotations.find(tx, id), id), false);
  }

  /** Lists rotations in the order of their ids. */
  public Slice<RotationView> list(SliceRequest page, boolean archived) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw SliceRequest.invalidCursor();
    }
    return database.read(
        tx -> {
          List<StoredRotation> rows = rotations.after(tx, after, archived, page.limitPlusOne());
          return Slice.of(views.all(tx, rows), page, RotationView::id);
        });
  }

  /** Returns all versions of a rotation, the newest first. */
  List<RotationView> versions(String id) {
    return database.read(
        tx -> {
          return views.versions(tx, found(rotations.find(tx, id), id));
        });
  }

  /** Returns the versions of a rotation before a number, the newest first. */
  public List<RotationView> versionsBefore(String id, int number, int most) {
    return database.read(
        tx -> views.versionsBefore(tx, found(rotations.find(tx, id), id), number, most));
  }

  ShownRotation put(String id, RotationView wanted, @Nullable String ifMatch) {
    return database.inTransaction(tx -> put(tx, id, wanted, ifMatch));
  }

  /** Creates or updates a rotation, in the given transaction. */
  public ShownRotation put(Tx tx, String id, RotationView wanted, @Nullable String ifMatch) {
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
    Optional<StoredRotation> stored = rotations.lock(tx, id);
    boolean made = stored.filter(row -> row.definitionRevision() != 0).isEmpty();
    RevisionTag.check(
        ifMatch, made ? null : RevisionTag.tag(stored.orElseThrow().definitionRevision()));
    StoredRotation before = stored.orElseThrow();
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
    changes.run(
        tx,
        before,
        caller.name(),
        () -> {
          addVersion(tx, id, wanted, made, at);
          rotations.put(tx, id, wanted, at);
        });
    return views.latest(tx, found(rotations.find(tx, id), id), made);
  }

  /** Returns the people named whom no earlier version names. */
  private Set<String> joining(
      Tx tx, String id, RotationDefinition wanted, @Nullable StoredRotation before) {
    Set<String> joining = new HashSet<>(wanted.people());
    if (before != null) {
      versions.of(tx, List.of(id)).forEach(v -> joining.removeAll(v.definition().people()));
    }
    return joining;
  }

  private void addVersion(Tx tx, String id, RotationView wanted, boolean made, Instant at) {
    Optional<Instant> asked = Instants.optional("/effectiveFrom", wanted.effectiveFrom());
    asked.ifPresent(from -> checkEffective(from, made, at));
    Instant from = asked.orElse(at);
    List<StoredVersion> before = versions.of(tx, List.of(id));
    boolean same =
        !made && StoredVersion.inForce(before, from).definition().equals(wanted.definition());
    if (same) {
      return;
    }
    if (before.size() >= MAX_VERSIONS) {
      throw Problem.invalid("", "a rotation has at most " + MAX_VERSIONS + " versions");
    }
    versions.add(
        tx,
        new StoredVersion(
            id, before.size() + 1, from, wanted.definition(), caller.name(), tx.now()));
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

  private static StoredRotation found(Optional<StoredRotation> rotation, String id) {
    return rotation.orElseThrow(() -> Problem.notFound("rotation", id));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
