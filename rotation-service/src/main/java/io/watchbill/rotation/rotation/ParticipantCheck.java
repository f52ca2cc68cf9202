package io.watchbill.rotation.rotation;

import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.input.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the days on which people take turns. */
final class ParticipantCheck {
  private static final int MAX_PARTICIPANTS = 500;
  private static final int MAX_PAUSES = 50;

  private final Set<String> named;

  /**
   * Creates the check.
   *
   * @param named the people named in turns
   */
  ParticipantCheck(Set<String> named) {
    this.named = named;
  }

  void check(Place at, @Nullable List<ParticipantDefinition> participants) {
    if (participants == null) {
      return;
    }
    if (participants.size() > MAX_PARTICIPANTS) {
      at.add("at most " + MAX_PARTICIPANTS + " participants are allowed");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < participants.size(); i++) {
      Place place = at.item(i);
      ParticipantDefinition participant = participants.get(i);
      if (participant == null) {
        place.add("a participant is required here, not null");
      } else {
        participant(place, participant, seen);
      }
    }
  }

  private void participant(Place at, ParticipantDefinition participant, Set<String> seen) {
    String person = participant.person();
    if (person == null || !named.contains(person)) {
      at.field("person").add("'" + person + "' must be named in a turn of this rotation");
    } else if (!seen.add(person)) {
      at.field("person").add("'" + person + "' is named twice");
    }
    days(at, participant.from(), participant.until());
    if (participant.paused() != null) {
      pauses(at.field("paused"), participant.paused());
    }
  }

  private void pauses(Place at, List<PauseDefinition> pauses) {
    at.unless(pauses.size() <= MAX_PAUSES, "at most " + MAX_PAUSES + " pauses are allowed");
    for (int i = 0; i < Math.min(pauses.size(), MAX_PAUSES); i++) {
      Place place = at.item(i);
      PauseDefinition pause = pauses.get(i);
      if (pause == null) {
        place.add("a pause is required here, not null");
        continue;
      }
      place.field("from").unless(pause.from() != null, "a pause requires its first day");
      days(place, pause.from(), pause.until());
      place
          .field("reason")
          .unless(pause.reason() == null || Text.isReason(pause.reason()), Text.REASON_RULE);
    }
  }

  private void days(Place at, @Nullable String from, @Nullable String until) {
    Optional<LocalDate> first = day(at.field("from"), from);
    Optional<LocalDate> last = day(at.field("until"), until);
    if (first.isPresent() && last.isPresent()) {
      at.field("until")
          .unless(
              last.get().isAfter(first.get()),
              "it must be the first day after, later than 'from', which is " + from);
    }
  }

  private Optional<LocalDate> day(Place at, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      boolean inRange = day.getYear() >= 1900 && day.getYear() <= 9998;
      at.unless(inRange, "a day must lie in the years 1900 to 9998");
      return Optional.of(day).filter(d -> inRange);
    } catch (DateTimeException e) {
      at.add("a day must be written like 2026-03-01");
      return Optional.empty();
    }
  }
}
