package io.watchbill.rotation.cover;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.CoverState;
import io.watchbill.rotation.exchange.Taking;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.override.ShiftTransfer;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.team.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes cover requests: of several people who try, one gets the shift. */
@ApplicationScoped
public class CoverTaking {
  private final Database database;
  private final RotationRepository rotations;
  private final CoverRepository requests;
  private final CoverService service;
  private final KnownPeople people;
  private final Memberships memberships;
  private final ShiftTransfer handover;
  private final CoverNotices notices;
  private final Acting acting;
  private final Caller caller;

  CoverTaking(
      Database database,
      RotationRepository rotations,
      CoverRepository requests,
      CoverService service,
      KnownPeople people,
      Memberships memberships,
      ShiftTransfer handover,
      CoverNotices notices,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.requests = requests;
    this.service = service;
    this.people = people;
    this.memberships = memberships;
    this.handover = handover;
    this.notices = notices;
    this.acting = acting;
    this.caller = caller;
  }

  CoverView take(String rotation, UUID id, @Nullable String named) {
    return database.inTransaction(
        tx -> {
          StoredRotation stored = rotations.lockPresent(tx, rotation);
          CoverRequest request = requests.found(tx, rotation, id);
          String taker = acting.of(named, "/person", stored.team());
          acting.demandReach(tx, stored.team(), List.of(taker), "/person");
          if (!isAskedByName(request, taker)) {
            caller.require(Rights.RESPONDER, stored.team());
          }
          return switch (taking(tx, stored, request, taker)) {
            case Taking.HasIt hasIt -> CoverView.of(request);
            case Taking.Refused refused -> throw problem(refused);
            case Taking.Takes takes -> CoverView.of(taken(tx, stored, request, takes.state()));
          };
        });
  }

  private Taking taking(Tx tx, StoredRotation rotation, CoverRequest request, String taker) {
    return Taking.judge(
        taker,
        request.shift().person(),
        request.ask().audience(),
        Set.copyOf(memberships.ofTeam(tx, rotation.team())),
        request.state(),
        request.shift().span().end(),
        tx.now());
  }

  /**
   * Checks a request and applies it as if somebody had taken it at once.
   *
   * @param taker may be absent when one named person is asked
   */
  public void makeUnasked(Tx tx, String rotation, CoverBody body, Optional<String> taker) {
    StoredRotation stored = rotations.lockPresent(tx, rotation);
    CoverRequest request = service.checked(tx, stored, body);
    String person = taker.or(() -> askedByName(request)).orElseThrow(CoverTaking::nobodyNamed);
    if (!people.unknown(tx, Set.of(person)).isEmpty()) {
      throw Problem.invalid("taker", "there is no person '" + person + "'");
    }
    if (taking(tx, stored, request, person) instanceof Taking.Refused refused) {
      throw problem(refused);
    }
    handover.make(tx, stored, List.of(request.stretch(person)), caller.name());
  }

  private static Optional<String> askedByName(CoverRequest request) {
    return request.ask().audience() instanceof Audience.OnePerson one
        ? Optional.of(one.person())
        : Optional.empty();
  }

  private static Problem nobodyNamed() {
    return Problem.invalid(
        "taker", "the person who would take it is required, unless one person is asked");
  }

  private static boolean isAskedByName(CoverRequest request, String taker) {
    return askedByName(request).filter(taker::equals).isPresent();
  }

  private CoverRequest taken(
      Tx tx, StoredRotation rotation, CoverRequest request, CoverState.Taken state) {
    ShiftTransfer.Stretch stretch = request.notBefore(tx.now()).stretch(state.person());
    List<UUID> made =
        handover.make(tx, rotation, List.of(stretch), caller.name()).stream()
            .map(ShiftOverride::id)
            .toList();
    CoverRequest taken = request.with(state, made);
    requests.settle(tx, taken);
    notices.taken(tx, rotation, taken, state.person());
    return taken;
  }

  private static Problem problem(Taking.Refused refused) {
    return switch (refused.why()) {
      case OWN -> Problem.invalid("/person", refused.detail());
      case NOT_ASKED -> new Problem(KitError.FORBIDDEN, refused.detail());
      case TAKEN -> new Problem(RotationError.TAKEN, refused.detail());
      case WITHDRAWN -> new Problem(RotationError.WITHDRAWN, refused.detail());
      case OVER -> new Problem(RotationError.OVER, refused.detail());
    };
  }
}
