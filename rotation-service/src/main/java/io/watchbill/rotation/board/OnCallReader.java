package io.watchbill.rotation.board;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.oncall.OnCall;
import io.watchbill.rotation.oncall.OnCallQuestion;
import io.watchbill.rotation.oncall.OnCallService;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who is on call, with the names of people and rotations. */
@ApplicationScoped
public class OnCallReader {
  private final Database database;
  private final OnCallService onCall;
  private final RotationRepository rotations;
  private final KnownPeople people;

  OnCallReader(
      Database database, OnCallService onCall, RotationRepository rotations, KnownPeople people) {
    this.database = database;
    this.onCall = onCall;
    this.rotations = rotations;
    this.people = people;
  }

  /** Reads who is on call now, by teams; of all teams, or of one. */
  List<TeamOnCall> teams(Optional<String> team) {
    return named(onCall.answer(question(team, Optional.empty())));
  }

  /** Reads the roles that a person holds now. */
  public List<TeamOnCall> of(String person) {
    return named(onCall.answer(question(Optional.empty(), Optional.of(person))));
  }

  private static OnCallQuestion question(Optional<String> team, Optional<String> person) {
    return new OnCallQuestion(Optional.empty(), List.of(), team, person, Optional.empty(), 1);
  }

  private List<TeamOnCall> named(OnCall answer) {
    return database.read(tx -> named(tx, answer));
  }

  private List<TeamOnCall> named(Tx tx, OnCall answer) {
    List<String> ids =
        Stream.concat(
                answer.items().stream().map(OnCall.Item::rotation),
                answer.gaps().stream().map(OnCall.Vacancy::rotation))
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, StoredRotation> found =
        rotations.all(tx, ids, Optional.empty()).stream()
            .collect(Collectors.toMap(StoredRotation::id, Function.identity()));
    Map<String, String> names = people.names(tx, everybody(answer));
    Map<String, List<TeamOnCall.Place>> teams = new TreeMap<>();
    answer
        .items()
        .forEach(
            item -> add(teams, found, item.rotation(), rotation -> place(item, rotation, names)));
    answer
        .gaps()
        .forEach(gap -> add(teams, found, gap.rotation(), rotation -> place(gap, rotation, names)));
    return teams.entrySet().stream()
        .map(team -> new TeamOnCall(team.getKey(), ordered(team.getValue())))
        .toList();
  }

  private static void add(
      Map<String, List<TeamOnCall.Place>> teams,
      Map<String, StoredRotation> found,
      String id,
      Function<StoredRotation, TeamOnCall.Place> place) {
    StoredRotation rotation = found.get(id);
    if (rotation != null) {
      teams.computeIfAbsent(rotation.team(), team -> new ArrayList<>()).add(place.apply(rotation));
    }
  }

  private static List<TeamOnCall.Place> ordered(List<TeamOnCall.Place> places) {
    return places.stream()
        .sorted(
            Comparator.comparing(TeamOnCall.Place::rotation).thenComparing(TeamOnCall.Place::role))
        .toList();
  }

  private static TeamOnCall.Place place(
      OnCall.Item item, StoredRotation rotation, Map<String, String> names) {
    return new TeamOnCall.Place(
        rotation.id(),
        rotation.name(),
        item.role(),
        named(item.people(), names),
        item.until(),
        false,
        next(item.next(), names),
        item.next() == null ? null : item.next().start());
  }

  private static TeamOnCall.Place place(
      OnCall.Vacancy gap, StoredRotation rotation, Map<String, String> names) {
    return new TeamOnCall.Place(
        rotation.id(),
        rotation.name(),
        gap.role(),
        List.of(),
        null,
        gap.byDesign(),
        next(gap.next(), names),
        gap.next() == null ? null : gap.next().start());
  }

  private static List<String> next(OnCall.@Nullable Next next, Map<String, String> names) {
    return next == null ? List.of() : named(next.people(), names);
  }

  private static List<String> named(List<String> ids, Map<String, String> names) {
    return ids.stream().map(id -> names.getOrDefault(id, id)).toList();
  }

  private static List<String> everybody(OnCall answer) {
    Stream<OnCall.@Nullable Next> next =
        Stream.concat(
            answer.items().stream().map(OnCall.Item::next),
            answer.gaps().stream().map(OnCall.Vacancy::next));
    return Stream.concat(
            answer.items().stream().flatMap(item -> item.people().stream()),
            next.flatMap(one -> one == null ? Stream.of() : one.people().stream()))
        .distinct()
        .toList();
  }
}
