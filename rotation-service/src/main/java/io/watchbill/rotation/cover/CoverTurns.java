package io.watchbill.rotation.cover;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.coverage.Obstacles;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.CoverState;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import io.watchbill.rotation.team.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks for urgent cover: one candidate after the other, until somebody takes it. */
@ApplicationScoped
class CoverTurns implements TimerHandler {
  private static final String KIND = "cover-turn";
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final CoverRepository requests;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final Memberships memberships;
  private final Obstacles obstacles;
  private final CoverNotices notices;
  private final Timers timers;

  CoverTurns(
      CoverRepository requests,
      RotationRepository rotations,
      ScheduleReader schedules,
      Memberships memberships,
      Obstacles obstacles,
      CoverNotices notices,
      Timers timers) {
    this.requests = requests;
    this.rotations = rotations;
    this.schedules = schedules;
    this.memberships = memberships;
    this.obstacles = obstacles;
    this.notices = notices;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Returns the people who may be asked, in the order of the team. */
  List<String> candidates(Tx tx, StoredRotation rotation, CoverRequest request) {
    Stream<String> asked =
        switch (request.ask().audience()) {
          case Audience.OnePerson one -> Stream.of(one.person());
          case Audience.Team team -> memberships.ofTeam(tx, rotation.team()).stream();
          case Audience.Anyone anyone -> memberships.ofTeam(tx, rotation.team()).stream();
        };
    return asked.filter(person -> !person.equals(request.shift().person())).toList();
  }

  /** Asks the first candidate; the others follow as long as nobody takes it. */
  CoverRequest begin(Tx tx, StoredRotation rotation, CoverRequest request) {
    askNext(tx, rotation, request);
    return requests.find(tx, rotation.id(), request.id()).orElseThrow();
  }

  @Override
  public void fire(Tx tx, String key, Instant due) {
    requests
        .lock(tx, UUID.fromString(key))
        .filter(request -> request.state() instanceof CoverState.Open)
        .filter(request -> request.shift().span().end().isAfter(tx.now()))
        .ifPresent(
            request -> askNext(tx, rotations.find(tx, request.rotation()).orElseThrow(), request));
  }

  private void askNext(Tx tx, StoredRotation rotation, CoverRequest request) {
    Optional<String> next = next(tx, rotation, request.notBefore(tx.now()));
    next.ifPresentOrElse(
        person -> {
          requests.noteAsked(tx, request.id(), person);
          notices.askedUrgently(tx, rotation, request, person);
          timers.set(tx, KIND, request.id().toString(), tx.now().plus(PAUSE));
        },
        () -> notices.untaken(tx, rotation, request));
  }

  /** Returns the next candidate: not asked yet and not absent; people on call come last. */
  private Optional<String> next(Tx tx, StoredRotation rotation, CoverRequest request) {
    Span span = request.shift().span();
    List<String> candidates = candidates(tx, rotation, request);
    Map<String, List<Span>> absences = obstacles.absences(tx, candidates, span);
    Set<String> busy = new HashSet<>(obstacles.of(tx, rotation.id(), candidates, span).keySet());
    new RotationCalendar(schedules.rotation(tx, rotation.id(), span))
        .shifts(span)
        .shifts()
        .forEach(shift -> busy.addAll(shift.people()));
    return candidates.stream()
        .filter(person -> !request.ask().inTurn().contains(person))
        .filter(person -> !absences.containsKey(person))
        .min(Comparator.comparing(busy::contains));
  }
}
