package io.watchbill.rotation.editor;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the editor of schedules. */
@MessageBundle("editor")
public interface EditorTexts {
  @Message("Change the schedule")
  String editSchedule();

  @Message("Show the next four weeks")
  String lookAhead();

  @Message("Edit as text")
  String asText();

  @Message("The definition as the API takes it, in JSON.")
  String asTextHint();

  @Message("Definition")
  String definition();

  @Message("Cancel")
  String cancel();

  @Message("On call")
  String mode();

  @Message("always (as usual)")
  String modeUnset();

  @Message("always")
  String modeAlways();

  @Message("in business hours")
  String modeBusiness();

  @Message("Follows")
  String follows();

  @Message("nobody: has layers of its own")
  String followsNobody();

  @Message("Turns later")
  String followsBy();

  @Message("Remove the role")
  String removeRole();

  @Message("Add a role")
  String addRole();

  @Message("Layer")
  String layer();

  @Message("Add a layer")
  String addLayer();

  @Message("Remove the layer")
  String removeLayer();

  @Message("First hand-over")
  String start();

  @Message(
      "On the clock of the schedule's time zone. All later hand-overs are at the same "
          + "time of day.")
  String startHint();

  @Message("Every")
  String every();

  @Message("Unit")
  String unit();

  @Message("no hand-over")
  String noCadence();

  @Message("hours")
  String hour();

  @Message("days")
  String day();

  @Message("weeks")
  String week();

  @Message("months")
  String calendarMonth();

  @Message("People in order")
  String turnsInOrder();

  @Message("Move {turn} up")
  String moveUp(String turn);

  @Message("Move {turn} down")
  String moveDown(String turn);

  @Message("Remove {turn}")
  String removeTurn(String turn);

  @Message("Add at the end")
  String addTurn();

  @Message("Days, hours, holidays and more")
  String atWork();

  @Message("Only on these days (none ticked: all)")
  String onDays();

  @Message("Only in these hours")
  String restrictions();

  @Message("One in each line, such as: mon 09:00 - mon 17:00")
  String restrictionsHint();

  @Message("Not on the holidays of")
  String exceptHolidays();

  @Message("Only on the holidays of")
  String onlyHolidays();

  @Message("Ends")
  String ends();

  @Message("Priority")
  String priority();

  @Message("While somebody is on call in a layer of higher priority, lower ones are off.")
  String priorityHint();

  @Message("Other time zone")
  String otherZone();

  @Message("Takes effect (empty: now)")
  String effectiveFrom();

  @Message("The next four weeks")
  String fourWeeks();

  @Message("Affects")
  String affects();

  @Message("Business hours")
  String businessHours();

  @Message("Let the chosen person share the turn of {turn}")
  String joinTurn(String turn);

  @Message(
      "Choose a person; then add a turn at the end, or press + beside a turn that they " + "share.")
  String addTurnHint();
}
