package io.watchbill.rotation.me;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.absence.PersonShifts;
import io.watchbill.rotation.board.OnCallReader;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.feed.FeedService;
import io.watchbill.rotation.handover.OpenRequests;
import io.watchbill.rotation.key.KeyService;
import io.watchbill.rotation.key.KeyView;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.session.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what the page of a person shows them. */
@ApplicationScoped
class MyPages {
  private static final Duration AHEAD = Duration.ofDays(60);
  private static final int MOST_SHIFTS = 20;

  private final Database database;
  private final OnCallReader onCall;
  private final PersonShifts shifts;
  private final KnownPeople people;
  private final OpenRequests requests;
  private final FeedService feeds;
  private final SessionService sessions;
  private final KeyService keys;
  private final Caller caller;

  MyPages(
      Database database,
      OnCallReader onCall,
      PersonShifts shifts,
      KnownPeople people,
      OpenRequests requests,
      FeedService feeds,
      SessionService sessions,
      KeyService keys,
      Caller caller) {
    this.database = database;
    this.onCall = onCall;
    this.shifts = shifts;
    this.people = people;
    this.requests = requests;
    this.feeds = feeds;
    this.sessions = sessions;
    this.keys = keys;
    this.caller = caller;
  }

  /** Reads the page of the caller, who is a person. */
  MyPage read(Optional<Refusal> refusal) {
    String person = caller.id();
    return new MyPage(
        person,
        database.read(tx -> people.name(tx, person)),
        database.read(tx -> people.zone(tx, person)).getId(),
        database.read(tx -> people.revision(tx, person)),
        onCall.of(person),
        database.read(tx -> next(tx, person)),
        requests.of(person),
        feeds.own(),
        sessions.list(new SliceRequest(), null).items(),
        caller.session(),
        keys(person),
        refusal,
        UUID.randomUUID().toString());
  }

  private List<MyShift> next(Tx tx, String person) {
    return shifts.of(tx, person, new Span(tx.now(), tx.now().plus(AHEAD))).stream()
        .map(
            held ->
                new MyShift(
                    held.rotation().id(),
                    held.rotation().name(),
                    held.role(),
                    held.span().start(),
                    held.span().end()))
        .sorted(Comparator.comparing(MyShift::from))
        .limit(MOST_SHIFTS)
        .toList();
  }

  private List<KeyView> keys(String person) {
    return keys.unrevoked("person", person);
  }
}
