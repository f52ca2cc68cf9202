package io.watchbill.rotation.hours;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.rotation.holiday.HolidayReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and sets the working hours of people and teams. */
@ApplicationScoped
public class HoursService {
  private final Database database;
  private final HoursRepository repository;
  private final HolidayReader holidays;
  private final Caller caller;

  HoursService(
      Database database, HoursRepository repository, HolidayReader holidays, Caller caller) {
    this.database = database;
    this.repository = repository;
    this.holidays = holidays;
    this.caller = caller;
  }

  StoredHours get(HoursOwner kind, String owner) {
    return database.read(tx -> found(repository.find(tx, kind, owner), kind, owner));
  }

  StoredHours put(HoursOwner kind, String owner, HoursDefinition hours, @Nullable String ifMatch) {
    return database.inTransaction(
        tx -> {
          lockOwner(tx, kind, owner);
          check(tx, kind, hours);
          checkRevision(tx, kind, owner, ifMatch);
          repository.put(tx, kind, owner, hours, caller.name());
          return repository.find(tx, kind, owner).orElseThrow();
        });
  }

  void remove(HoursOwner kind, String owner, @Nullable String ifMatch) {
    database.run(
        tx -> {
          lockOwner(tx, kind, owner);
          found(repository.find(tx, kind, owner), kind, owner);
          checkRevision(tx, kind, owner, ifMatch);
          repository.remove(tx, kind, owner);
        });
  }

  private void lockOwner(Tx tx, HoursOwner kind, String owner) {
    if (!repository.lockOwner(tx, kind, owner)) {
      throw Problem.notFound(kind.wire(), owner);
    }
  }

  private void check(Tx tx, HoursOwner kind, HoursDefinition hours) {
    Violations violations = new Violations();
    List<String> named =
        Stream.ofNullable(hours.holidays()).flatMap(List::stream).filter(Objects::nonNull).toList();
    new WorkingHoursCheck(holidays.unknown(tx, named)).hours(violations.at(""), hours);
    violations
        .at("/timeZone")
        .unless(
            kind == HoursOwner.PERSON || hours.timeZone() != null,
            "a team has no time zone of its own: name one, such as Europe/Berlin");
    violations.throwIfAny();
  }

  private void checkRevision(Tx tx, HoursOwner kind, String owner, @Nullable String ifMatch) {
    RevisionTag.check(
        ifMatch,
        repository.find(tx, kind, owner).map(s -> RevisionTag.tag(s.revision())).orElse(null));
  }

  private static StoredHours found(Optional<StoredHours> hours, HoursOwner kind, String owner) {
    return hours.orElseThrow(
        () ->
            new Problem(
                KitError.NOT_FOUND,
                "The " + kind.wire() + " '" + owner + "' has no working hours of its own."));
  }
}
