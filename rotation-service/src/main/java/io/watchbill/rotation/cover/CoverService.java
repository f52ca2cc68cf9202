package io.watchbill.rotation.cover;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.exchange.CoverState;
import io.watchbill.rotation.input.Ahead;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.override.HeldShift;
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

/** Opens, lists and withdraws cover requests. */
@ApplicationScoped
public class CoverService {
  private static final int MOST_SHOWN = 50;

  private final Database database;
  private final RotationRepository rotations;
  private final CoverRepository requests;
  private final ShiftTransfer handover;
  private final KnownPeople people;
  private final Memberships memberships;
  private final CoverNotices notices;
  private final CoverTurns turns;
  private final Acting acting;
  private final Caller caller;

  CoverService(
      Database database,
      RotationRepository rotations,
      CoverRepository requests,
      ShiftTransfer handover,
      KnownPeople people,
      Memberships memberships,
      CoverNotices notices,
      CoverTurns turns,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.requests = requests;
    this.handover = handover;
    this.people = people;
    this.memberships = memberships;
    this.notices = notices;
    this.turns = turns;
    this.acting = acting;
    this.caller = caller;
  }

  CoverView ask(Tx tx, String rotation, CoverBody body) {
    StoredRotation stored = rotations.lockPresent(tx, rotation);
    return CoverView.of(open(tx, stored, checked(tx, stored, body)));
  }

  /** Checks a request that could be opened now, and returns it. */
  CoverRequest checked(Tx tx, StoredRotation rotation, CoverBody body) {
    caller.require(Rights.RESPONDER, rotation.team());
    String person = acting.of(body.person(), "/person", rotation.team());
    Span span = Ahead.span(body.from(), body.to(), tx.now());
    Audience audience = body.audience();
    checkAsked(tx, audience, person);
    CoverRequest request =
        request(
            tx,
            rotation.id(),
            new HeldShift(person, body.role(), span),
            new CoverRequest.Ask(audience, body.urgent(), List.of()),
            body.reason(),
            Optional.empty());
    handover.reliefs(tx, rotation, request.stretch(person));
    return request;
  }

  /**
   * Opens a request to the team for a person who will be absent, unless an open one covers the same
   * shift.
   */
  public void openFor(Tx tx, StoredRotation rotation, HeldShift shift, UUID absence) {
    if (!requests.asksAlready(tx, rotation.id(), shift)) {
      open(
          tx,
          rotation,
          request(
              tx,
              rotation.id(),
              shift,
              new CoverRequest.Ask(new Audience.Team(), false, List.of()),
              "absence of " + shift.person(),
              Optional.of(absence)));
    }
  }

  /** Returns the requests that an absence opened. */
  public List<CoverView> ofAbsence(Tx tx, UUID absence) {
    return requests.ofAbsence(tx, absence).stream().map(CoverView::of).toList();
  }

  /** Withdraws the requests of an absence that nobody has taken. */
  public void withdrawOf(Tx tx, UUID absence) {
    for (CoverRequest request : requests.ofAbsence(tx, absence)) {
      StoredRotation rotation = rotations.locked(tx, request.rotation());
      CoverRequest present = requests.found(tx, rotation.id(), request.id());
      if (present.state() instanceof CoverState.Open open) {
        requests.settle(tx, present.with(open.withdrawnBy(caller.name(), tx.now()), List.of()));
      }
    }
  }

  private CoverRequest open(Tx tx, StoredRotation rotation, CoverRequest request) {
    requests.add(tx, request);
    notices.asked(
        tx,
        rotation,
        request,
        request.ask().urgent() ? List.of() : turns.candidates(tx, rotation, request));
    return request.ask().urgent() ? turns.begin(tx, rotation, request) : request;
  }

  private CoverRequest request(
      Tx tx,
      String rotation,
      HeldShift shift,
      CoverRequest.Ask ask,
      String reason,
      Optional<UUID> absence) {
    return new CoverRequest(
        Ids.next(),
        rotation,
        shift,
        ask,
        new Authorship(caller.name(), tx.now(), reason),
        absence,
        new CoverState.Open(),
        List.of());
  }

  private void checkAsked(Tx tx, Audience audience, String person) {
    if (audience instanceof Audience.OnePerson one) {
      if (one.person().equals(person)) {
        throw Problem.invalid("/ask/person", "people cannot cover for themselves");
      }
      if (!people.unknown(tx, Set.of(one.person())).isEmpty()) {
        throw Problem.invalid("/ask/person", "there is no person '" + one.person() + "'");
      }
    }
  }

  CoverView withdraw(String rotation, UUID id) {
    return database.inTransaction(
        tx -> {
          StoredRotation stored = rotations.locked(tx, rotation);
          CoverRequest request = requests.found(tx, rotation, id);
          acting.of(request.shift().person(), "/person", stored.team());
          return CoverView.of(
              switch (request.state()) {
                case CoverState.Withdrawn withdrawn -> request;
                case CoverState.Taken taken ->
                    throw new Problem(
                        RotationError.TAKEN,
                        taken.person()
                            + " took it at "
                            + taken.at()
                            + "; withdraw its overrides instead.");
                case CoverState.Open open -> {
                  CoverRequest withdrawn =
                      request.with(open.withdrawnBy(caller.name(), tx.now()), List.of());
                  requests.settle(tx, withdrawn);
                  yield withdrawn;
                }
              });
        });
  }

  /** Returns the open requests of the person, and those of others that they may take. */
  public List<CoverView> concerning(String person) {
    return database.read(
        tx ->
            requests.concerning(tx, person, ofTeams(tx, person), MOST_SHOWN).stream()
                .map(CoverView::of)
                .toList());
  }

  private List<String> ofTeams(Tx tx, String person) {
    return memberships.ofPerson(tx, person).stream()
        .flatMap(team -> rotations.ofTeam(tx, team).stream())
        .map(StoredRotation::id)
        .toList();
  }

  CoverView get(String rotation, UUID id) {
    return database.read(tx -> CoverView.of(requests.found(tx, rotation, id)));
  }

  Slice<CoverView> list(String rotation, Optional<String> state, SliceRequest page) {
    UUID after = Uuid.after(page);
    return database.read(
        tx -> {
          if (rotations.find(tx, rotation).isEmpty()) {
            throw Problem.notFound("rotation", rotation);
          }
          return Slice.of(
                  requests.list(tx, rotation, state, after, page.limitPlusOne()),
                  page,
                  request -> request.id().toString())
              .map(CoverView::of);
        });
  }
}
