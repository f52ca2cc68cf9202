package io.watchbill.rotation.holiday;

import io.quarkus.arc.All;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.holiday.HolidayRepository.Stored;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Text;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates and deletes holiday calendars.
 *
 * <p>Their days are stored: a newer library, or another file, changes future days and never those
 * of the past, on which past shifts depend. Days are known from five years before to twenty years
 * after the calendar's last update.
 */
@ApplicationScoped
public class HolidayService {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final int YEARS_BACK = 5;
  private static final int YEARS_AHEAD = 20;

  private final Database database;
  private final HolidayRepository repository;
  private final HolidayLibrary library;
  private final List<HolidayUse> uses;
  private final KnownTeams teams;
  private final Caller caller;

  HolidayService(
      Database database,
      HolidayRepository repository,
      HolidayLibrary library,
      @All List<HolidayUse> uses,
      KnownTeams teams,
      Caller caller) {
    this.database = database;
    this.repository = repository;
    this.library = library;
    this.uses = uses;
    this.teams = teams;
    this.caller = caller;
  }

  /** A calendar, and whether it was created just now. */
  record Saved(Stored stored, boolean made) {}

  Stored get(String id) {
    return database.read(tx -> found(repository.find(tx, id), id));
  }

  /** Lists calendars in the order of their ids. */
  public Slice<HolidayCalendar> list(SliceRequest page) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw SliceRequest.invalidCursor();
    }
    return database.read(
        tx ->
            Slice.of(
                    repository.after(tx, after, page.limitPlusOne()),
                    page,
                    stored -> stored.calendar().id())
                .map(Stored::calendar));
  }

  /** Returns the holidays of a calendar, by their days. */
  public List<HolidayDay> days(String id, LocalDate from, LocalDate to) {
    return database.read(
        tx -> {
          found(repository.find(tx, id), id);
          return repository.days(tx, id, from, to);
        });
  }

  Saved put(String id, HolidayCalendar wanted, @Nullable String ifMatch) {
    check(id, wanted);
    return database.inTransaction(
        tx -> {
          Optional<Stored> before = repository.lock(tx, id);
          RevisionTag.check(ifMatch, before.map(s -> RevisionTag.tag(s.revision())).orElse(null));
          Optional<String> owner = before.flatMap(s -> Optional.ofNullable(s.calendar().team()));
          Optional<String> team = Optional.ofNullable(wanted.team()).or(() -> owner);
          if (before.isPresent()) {
            caller.requireFor(Rights.MANAGER, owner);
          }
          caller.requireFor(Rights.MANAGER, team);
          if (wanted.team() != null && !teams.knows(tx, wanted.team())) {
            throw Problem.invalid("/team", "there is no team '" + wanted.team() + "'");
          }
          repository.put(tx, id, wanted, team.orElse(null), caller.name());
          if (wanted.country() != null) {
            int year = today(tx).getYear();
            replace(
                tx,
                id,
                library.days(
                    wanted.country(), wanted.region(), year - YEARS_BACK, year + YEARS_AHEAD));
          }
          return new Saved(repository.find(tx, id).orElseThrow(), before.isEmpty());
        });
  }

  HolidayImport importFile(String id, String text, @Nullable String ifMatch) {
    return database.inTransaction(
        tx -> {
          Stored before = found(repository.lock(tx, id), id);
          caller.requireFor(Rights.MANAGER, Optional.ofNullable(before.calendar().team()));
          RevisionTag.check(ifMatch, RevisionTag.tag(before.revision()));
          if (before.calendar().country() != null) {
            throw Problem.invalid(
                "", "the days of this calendar come from a country: import into another calendar");
          }
          LocalDate today = today(tx);
          HolidayFile file =
              HolidayFile.read(text, today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD));
          repository.touch(tx, id, caller.name());
          replace(tx, id, file.days());
          return new HolidayImport(file.days().size(), file.ignored(), file.notUnderstood());
        });
  }

  void remove(String id, @Nullable String ifMatch) {
    database.run(
        tx -> {
          Stored before = found(repository.lock(tx, id), id);
          caller.requireFor(Rights.MANAGER, Optional.ofNullable(before.calendar().team()));
          RevisionTag.check(ifMatch, RevisionTag.tag(before.revision()));
          Violations needs = new Violations();
          uses.stream()
              .flatMap(use -> use.users(tx, id).stream())
              .forEach(user -> needs.at(user).add("uses it"));
          needs.throwIfAny(
              RotationError.STILL_NEEDED,
              "The holiday calendar '" + id + "' is still in use: see errors.");
          repository.remove(tx, id);
        });
  }

  /**
   * Replaces the days. The first days of a calendar may lie in the past; later on the past stays as
   * it is.
   */
  private void replace(Tx tx, String id, Map<LocalDate, String> days) {
    LocalDate first = repository.hasDays(tx, id) ? today(tx).plusDays(1) : EARLIEST;
    SortedMap<LocalDate, String> wanted = new TreeMap<>(days).tailMap(first);
    Runnable work = () -> repository.replaceFrom(tx, id, first, wanted);
    for (HolidayUse use : uses) {
      Runnable inner = work;
      work = () -> use.around(tx, id, caller.name(), inner);
    }
    work.run();
  }

  /** Returns the first day that may change, in UTC: tomorrow, since today has begun somewhere. */
  private static LocalDate today(Tx tx) {
    return LocalDate.ofInstant(tx.now(), ZoneOffset.UTC);
  }

  private void check(String id, HolidayCalendar wanted) {
    Violations violations = new Violations();
    violations
        .at("/id")
        .unless(
            wanted.id() == null || wanted.id().equals(id),
            "the id must be that of the path, '" + id + "', or absent");
    violations.at("/name").unless(Text.isName(wanted.name()), Text.NAME_RULE);
    if (wanted.country() == null) {
      violations.at("/region").unless(wanted.region() == null, "a region requires its country");
    } else if (!library.countries().contains(wanted.country())) {
      violations.at("/country").add("allowed are " + String.join(", ", library.countries()));
    } else if (wanted.region() != null
        && !library.regions(wanted.country()).contains(wanted.region())) {
      violations
          .at("/region")
          .add(
              "allowed are "
                  + String.join(", ", library.regions(wanted.country()))
                  + ", or absent");
    }
    violations.throwIfAny();
  }

  private static Stored found(Optional<Stored> stored, String id) {
    return stored.orElseThrow(() -> Problem.notFound("holiday calendar", id));
  }
}
