package io.watchbill.rotation.handover;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.cover.CoverService;
import io.watchbill.rotation.cover.CoverView;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.swap.SwapService;
import io.watchbill.rotation.swap.SwapView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the requests that wait for an answer. */
@ApplicationScoped
public class OpenRequests {
  private final Database database;
  private final CoverService cover;
  private final SwapService swaps;
  private final RotationRepository rotations;
  private final KnownPeople people;

  OpenRequests(
      Database database,
      CoverService cover,
      SwapService swaps,
      RotationRepository rotations,
      KnownPeople people) {
    this.database = database;
    this.cover = cover;
    this.swaps = swaps;
    this.rotations = rotations;
    this.people = people;
  }

  /** Reads those of a person and to them. */
  public Requests of(String person) {
    Map<Boolean, List<CoverView>> asked =
        cover.concerning(person).stream()
            .collect(Collectors.partitioningBy(request -> request.person().equals(person)));
    Map<Boolean, List<SwapView>> proposed =
        swaps.concerning(person).stream()
            .collect(Collectors.partitioningBy(swap -> swap.give().person().equals(person)));
    List<String> schedules =
        Stream.concat(
                asked.values().stream().flatMap(List::stream).map(CoverView::rotation),
                proposed.values().stream().flatMap(List::stream).map(SwapView::rotation))
            .distinct()
            .toList();
    List<String> named =
        Stream.concat(
                asked.values().stream().flatMap(List::stream).map(CoverView::person),
                proposed.values().stream()
                    .flatMap(List::stream)
                    .flatMap(swap -> Stream.of(swap.give().person(), swap.take().person())))
            .distinct()
            .toList();
    return new Requests(
        asked.getOrDefault(false, List.of()),
        asked.getOrDefault(true, List.of()),
        proposed.getOrDefault(false, List.of()),
        proposed.getOrDefault(true, List.of()),
        database.read(tx -> people.names(tx, named)),
        schedules.isEmpty() ? Map.of() : database.read(tx -> names(tx, schedules)));
  }

  private Map<String, String> names(Tx tx, List<String> schedules) {
    return rotations.all(tx, schedules, Optional.empty()).stream()
        .collect(Collectors.toMap(StoredRotation::id, StoredRotation::name));
  }
}
