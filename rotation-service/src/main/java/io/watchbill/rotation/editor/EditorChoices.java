package io.watchbill.rotation.editor;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.holiday.HolidayCalendar;
import io.watchbill.rotation.holiday.HolidayService;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what can be chosen in the editor. */
@ApplicationScoped
class EditorChoices {
  private static final int MOST = 1_000;

  private final Database database;
  private final KnownPeople people;
  private final KnownTeams teams;
  private final HolidayService holidays;

  EditorChoices(Database database, KnownPeople people, KnownTeams teams, HolidayService holidays) {
    this.database = database;
    this.people = people;
    this.teams = teams;
    this.holidays = holidays;
  }

  /** Reads it; what the draft names already is there in any case, lest it be lost. */
  EditorPage.Choices of(Optional<Draft> draft) {
    Map<String, String> offered = new LinkedHashMap<>(database.read(tx -> teams.present(tx, MOST)));
    draft
        .map(named -> named.typed("team"))
        .filter(team -> !team.isEmpty())
        .ifPresent(team -> offered.putIfAbsent(team, team));
    return new EditorPage.Choices(
        database.read(tx -> people.present(tx, MOST)), offered, calendars(draft));
  }

  private Map<String, String> calendars(Optional<Draft> draft) {
    Map<String, String> calendars = new LinkedHashMap<>();
    for (HolidayCalendar calendar : holidays.list(new SliceRequest()).items()) {
      if (calendar.id() != null) {
        calendars.put(calendar.id(), calendar.name());
      }
    }
    draft.stream()
        .flatMap(named -> named.roles().stream())
        .flatMap(role -> role.layers().stream())
        .flatMap(layer -> Stream.of(layer.typed("exceptHolidays"), layer.typed("onlyHolidays")))
        .flatMap(words -> Draft.words(words).stream())
        .forEach(id -> calendars.putIfAbsent(id, id));
    return calendars;
  }
}
