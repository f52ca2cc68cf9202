package io.watchbill.rotation.rotation;

import io.watchbill.rotation.input.Text;
import io.watchbill.rotation.input.Violations;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the days on which people take turns. */
final class ParticipantCheck {
  private static final int MAX_PARTICIPANTS = 500;
  private static final int MAX_PAUSES = 50;

  private final Violations violations;
  private final Set<String> named;

  /**
   * Creates the check.
   *
   * @param named the people named in turns
   */
  ParticipantCheck(Violations violations, Set<String> named) {
    this.violations = violations;
    this.named = named;
  }

  void check(String pointer, List<ParticipantDefinition> participants) {
    if (participants == null) {
      return;
    }
    if (participants.size() > MAX_PARTICIPANTS) {
      violations.add(pointer, "at most " + MAX_PARTICIPANTS + " participants are allowed");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < participants.size(); i++) {
      String place = pointer + "/" + i;
      ParticipantDefinition participant = participants.get(i);
      if (participant == null) {
        violations.add(place, "a participant is required here, not null");
      } else {
        participant(place, participant, seen);
      }
    }
  }

  private void participant(String pointer, ParticipantDefinition participant, Set<String> seen) {
    String person = participant.person();
    if (person == null || !named.contains(person)) {
      violations.add(
          pointer + "/person", "'" + person + "' must be named in a turn of this rotation");
    } else if (!seen.add(person)) {
      violations.add(pointer + "/person", "'" + person + "' is named twice");
    }
    days(pointer, participant.from(), participant.until());
    if (participant.paused() != null) {
      pauses(pointer + "/paused", participant.paused());
    }
  }

  private void pauses(String pointer, List<PauseDefinition> pauses) {
    violations.unless(
        pauses.size() <= MAX_PAUSES, pointer, "at most " + MAX_PAUSES + " pauses are allowed");
    for (int i = 0; i < Math.min(pauses.size(), MAX_PAUSES); i++) {
      String place = pointer + "/" + i;
      PauseDefinition pause = pauses.get(i);
      if (pause == null) {
        violations.add(place, "a pause is required here, not null");
        continue;
      }
      violations.unless(pause.from() != null, place + "/from", "a pause requires its first day");
      days(place, pause.from(), pause.until());
      violations.unless(
          pause.reason() == null || Text.isReason(pause.reason()),
          place + "/reason",
          Text.REASON_RULE);
    }
  }

  private void days(String pointer, String from, String until) {
    Optional<LocalDate> first = day(pointer + "/from", from);
    Optional<LocalDate> last = day(pointer + "/until", until);
    if (first.isPresent() && last.isPresent()) {
      violations.unless(
          last.get().isAfter(first.get()),
          pointer + "/until",
          "it must be the first day after, later than 'from', which is " + from);
    }
  }

  private Optional<LocalDate> day(String pointer, String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      boolean inRange = day.getYear() >= 1900 && day.getYear() <= 9998;
      violations.unless(inRange, pointer, "a day must lie in the years 1900 to 9998");
      return Optional.of(day).filter(d -> inRange);
    } catch (DateTimeException e) {
      violations.add(pointer, "a day must be written like 2026-03-01");
      return Optional.empty();
    }
  }
}
