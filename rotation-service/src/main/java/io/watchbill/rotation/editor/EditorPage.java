package io.watchbill.rotation.editor;

import io.watchbill.kit.problem.Violation;
import io.watchbill.rotation.board.ScheduleTable;
import io.watchbill.rotation.preview.Preview;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of the editor shows.
 *
 * @param sheet what the form holds
 * @param outlook what the next four weeks would be
 */
public record EditorPage(Sheet sheet, Faults faults, Optional<Seen> outlook, Choices choices) {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> UNITS = List.of("hour", "day", "week", "month");

  /**
   * What can be chosen.
   *
   * @param people by their ids
   * @param teams by their ids
   * @param holidays the calendars by their ids
   */
  public record Choices(
      Map<String, String> people, Map<String, String> teams, Map<String, String> holidays) {}

  /**
   * What would be.
   *
   * @param tables of two weeks each
   * @param affected the people who gain or lose shifts
   */
  public record Seen(
      Preview preview,
      List<ScheduleTable> tables,
      List<String> affected,
      Map<String, String> names) {

    /** Returns the name of a person. */
    public String name(String person) {
      return names.getOrDefault(person, person);
    }
  }

  /** Returns where the form is sent. */
  public String path() {
    return isNew() ? "/schedules/new" : "/schedules/" + sheet.id() + "/edit";
  }

  /** Returns whether the schedule is not stored yet. */
  public boolean isNew() {
    return sheet.id().isEmpty();
  }

  /** Returns what can be changed by the form. */
  public Draft form() {
    return sheet.draft().orElseThrow();
  }

  /** Returns what is wrong with a field. */
  public String wrong(String field) {
    return faults.wrong(field);
  }

  /** Returns what is wrong with a field of a role or layer. */
  public String wrong(String at, String field) {
    return faults.wrong(at + "/" + field);
  }

  /** Returns where a role stands in the definition. */
  public String at(int role) {
    return "roles/" + role;
  }

  /** Returns where a layer stands in the definition. */
  public String at(int role, int layer) {
    return at(role) + "/layers/" + layer;
  }

  /** Returns what is wrong, with the places. */
  public List<Violation> violations() {
    return faults.violations();
  }

  /** Returns the name of a person. */
  public String name(String person) {
    return choices.people().getOrDefault(person, person);
  }

  /** Returns the days of the week, as definitions have them. */
  public List<String> days() {
    return DAYS;
  }

  /** Returns the units of a cadence. */
  public List<String> units() {
    return UNITS;
  }
}
