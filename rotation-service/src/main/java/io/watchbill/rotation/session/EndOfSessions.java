package io.watchbill.rotation.session;

import io.watchbill.kit.access.KnownSessions;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends sessions with what opened them; other replicas may take them for two more seconds. */
@ApplicationScoped
public class EndOfSessions {
  private final SessionRepository sessions;
  private final SignInLinkRepository links;
  private final KnownSessions known;

  EndOfSessions(SessionRepository sessions, SignInLinkRepository links, KnownSessions known) {
    this.sessions = sessions;
    this.links = links;
    this.known = known;
  }

  /** Ends the sessions that a key has opened. */
  public void ofKey(Tx tx, String key) {
    sessions.endOfKey(tx, key);
    tx.afterCommit(known::forget);
  }

  /** Ends the sessions of a person, and the links that would open one. */
  public void ofPerson(Tx tx, String person) {
    sessions.endOfPerson(tx, person);
    links.endOfPerson(tx, person);
    tx.afterCommit(known::forget);
  }
}
