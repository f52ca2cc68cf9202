package io.watchbill.rotation.session;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Guesses;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.audit.Audit;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.http.SignInRedirect;
import io.watchbill.kit.id.Ids;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes links that sign a person in, shows what they do, and lets each be used once. */
@ApplicationScoped
class SignInLinks {
  private static final Duration VALID_FOR = Duration.ofMinutes(10);

  private final Database database;
  private final SignInLinkRepository links;
  private final SignIns signIns;
  private final KnownPeople people;
  private final Acting acting;
  private final Guesses guesses;
  private final PublicUrl publicUrl;
  private final Audit audit;
  private final Caller caller;

  SignInLinks(
      Database database,
      SignInLinkRepository links,
      SignIns signIns,
      KnownPeople people,
      Acting acting,
      Guesses guesses,
      PublicUrl publicUrl,
      Audit audit,
      Caller caller) {
    this.database = database;
    this.links = links;
    this.signIns = signIns;
    this.people = people;
    this.acting = acting;
    this.guesses = guesses;
    this.publicUrl = publicUrl;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * What a link opens.
   *
   * @param name the person's
   * @param valid false: it was used, or has expired
   */
  record Shown(String name, boolean valid) {}

  /**
   * What using a link has come to.
   *
   * @param known false: there is no such link
   * @param session the token of the new session; empty when the link no longer works
   */
  record Used(boolean known, Optional<String> session) {}

  /** Makes a link: for oneself, or by an admin. */
  SignInLink make(Tx tx, String person) {
    if (!acting.is(person)) {
      caller.requireFor(Rights.ADMIN, Optional.empty());
    }
    people.demandPresent(tx, person);
    String token = RandomToken.generate();
    Instant expiresAt = tx.now().plus(VALID_FOR);
    links.add(tx, Ids.next(), token, person, caller.name(), expiresAt);
    audit.record(tx, caller.name(), "make-sign-in-link", person, "until " + expiresAt);
    return new SignInLink(
        URI.create(publicUrl.to(SignInRedirect.SIGN_IN + "/" + token)), expiresAt);
  }

  /** Returns what the link of a token opens, and leaves it as it is; empty for an unknown one. */
  Optional<Shown> show(String token) {
    return known(token)
        .map(
            link ->
                database.read(
                    tx -> new Shown(people.name(tx, link.person()), link.isValidAt(tx.now()))));
  }

  /** Uses a link up, and signs its person in. */
  Used use(String token, SignIns.Browser browser) {
    return known(token)
        .map(link -> new Used(true, database.inTransaction(tx -> use(tx, link, browser))))
        .orElseGet(() -> new Used(false, Optional.empty()));
  }

  /** Nobody archives the person before this transaction ends. */
  private Optional<String> use(Tx tx, SignInLinkRepository.Link link, SignIns.Browser browser) {
    boolean works = people.unknown(tx, Set.of(link.person())).isEmpty() && links.use(tx, link.id());
    return works ? Optional.of(signIns.byLink(tx, link, browser)) : Optional.empty();
  }

  private Optional<SignInLinkRepository.Link> known(String token) {
    return RandomToken.fits(token)
        ? guesses.looked(
            "link " + RandomToken.fingerprint(token),
            () -> database.read(tx -> links.find(tx, token)))
        : guesses.counted(Optional.empty());
  }
}
