package io.watchbill.rotation.oncall;

import static java.util.stream.Collectors.toMap;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calculates who is, was or will be on call at an instant. */
@ApplicationScoped
public class OnCallService {
  private final Database database;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;

  OnCallService(Database database, RotationRepository rotations, ScheduleReader schedules) {
    this.database = database;
    this.rotations = rotations;
    this.schedules = schedules;
  }

  /** Answers a question as of one instant. */
  public OnCall answer(OnCallQuestion question) {
    return database.read(tx -> answer(tx, question));
  }

  private OnCall answer(Tx tx, OnCallQuestion question) {
    tx.askForNow();
    Map<String, StoredRotation> found =
        asked(tx, question).stream()
            .collect(toMap(StoredRotation::id, one -> one, (a, b) -> a, LinkedHashMap::new));
    Instant at = question.at().orElseGet(tx::now);
    List<String> ids =
        found.values().stream().filter(r -> r.isPresentAt(at)).map(StoredRotation::id).toList();
    question.rotations().stream()
        .filter(id -> !found.containsKey(id))
        .filter(id -> rotations.find(tx, id).isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw Problem.notFound("rotation", id);
            });
    Map<String, RotationCalendar> calendars =
        schedules.calendars(tx, ids, new Span(at, Instant.MAX));
    List<OnCall.Item> items = new ArrayList<>();
    List<OnCall.Vacancy> gaps = new ArrayList<>();
    calendars.forEach((id, calendar) -> collect(id, calendar, at, question, items, gaps));
    boolean nothing = items.isEmpty() && gaps.isEmpty() && !ids.isEmpty();
    if (nothing
        && !question.rotations().isEmpty()
        && question.role().isPresent()
        && question.person().isEmpty()) {
      throw Problem.notFound("role", question.role().get());
    }
    return new OnCall(items, gaps);
  }

  /** Returns the rotations to look at: of a person who is on call now, those that name them. */
  private List<StoredRotation> asked(Tx tx, OnCallQuestion question) {
    return question.person().isPresent()
            && question.at().isEmpty()
            && question.rotations().isEmpty()
            && question.team().isEmpty()
        ? rotations.naming(tx, question.person().get())
        : rotations.all(tx, question.rotations(), question.team());
  }

  private static void collect(
      String rotation,
      RotationCalendar calendar,
      Instant at,
      OnCallQuestion question,
      List<OnCall.Item> items,
      List<OnCall.Vacancy> gaps) {
    calendar.roles(new Span(at, at.plusNanos(1))).stream()
        .filter(role -> question.role().map(role::equals).orElse(true))
        .forEach(role -> collect(rotation, calendar, role, at, question, items, gaps));
  }

  private static void collect(
      String rotation,
      RotationCalendar calendar,
      String role,
      Instant at,
      OnCallQuestion question,
      List<OnCall.Item> items,
      List<OnCall.Vacancy> gaps) {
    List<Shift> onCall = calendar.onCall(role, at);
    boolean wanted =
        question
            .person()
            .map(person -> onCall.stream().anyMatch(s -> s.people().contains(person)))
            .orElse(true);
    if (!wanted) {
      return;
    }
    List<OnCall.Next> ahead = ahead(calendar, role, at, question.ahead());
    OnCall.Next next = ahead.isEmpty() ? null : ahead.getFirst();
    List<OnCall.Next> then = ahead.size() > 1 ? ahead.subList(1, ahead.size()) : null;
    onCall.stream()
        .filter(shift -> question.person().map(shift.people()::contains).orElse(true))
        .forEach(shift -> items.add(item(rotation, shift, next, then)));
    if (onCall.isEmpty()) {
      gaps.add(new OnCall.Vacancy(rotation, role, byDesign(calendar, role, at), next));
    }
  }

  private static boolean byDesign(RotationCalendar calendar, String role, Instant at) {
    return calendar.shifts(new Span(at, at.plusNanos(1)), role).gaps().stream()
        .allMatch(Gap::byDesign);
  }

  private static List<OnCall.Next> ahead(
      RotationCalendar calendar, String role, Instant at, int count) {
    List<OnCall.Next> ahead = new ArrayList<>();
    Optional<Shift> next = calendar.next(role, at);
    while (next.isPresent() && ahead.size() < count) {
      ahead.add(OnCall.Next.of(next.get()));
      next =
          ahead.size() < count ? calendar.next(role, next.get().span().start()) : Optional.empty();
    }
    return ahead;
  }

  private static OnCall.Item item(
      String rotation, Shift shift, OnCall.@Nullable Next next, @Nullable List<OnCall.Next> then) {
    Instant end = shift.span().end();
    return new OnCall.Item(
        rotation,
        shift.role(),
        shift.people(),
        shift.id().toString(),
        end.equals(Instant.MAX) ? null : end,
        shift.reason().text(),
        next,
        then);
  }
}
