package io.watchbill.rotation.archive;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.feed.FeedRepository;
import io.watchbill.rotation.grant.GrantRepository;
import io.watchbill.rotation.key.KeyRepository;
import io.watchbill.rotation.key.LastAdmin;
import io.watchbill.rotation.person.PersonArchive;
import io.watchbill.rotation.session.EndOfSessions;
import io.watchbill.rotation.team.ConsentRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends all access of an archived person: keys, sessions, grants, feeds, page links and consents.
 */
@ApplicationScoped
class EndOfAccess {
  private final LastAdmin lastAdmin;
  private final KeyRepository keys;
  private final EndOfSessions sessions;
  private final GrantRepository grants;
  private final FeedRepository feeds;
  private final ConsentRepository consents;
  private final PersonArchive people;

  EndOfAccess(
      LastAdmin lastAdmin,
      KeyRepository keys,
      EndOfSessions sessions,
      GrantRepository grants,
      FeedRepository feeds,
      ConsentRepository consents,
      PersonArchive people) {
    this.lastAdmin = lastAdmin;
    this.keys = keys;
    this.sessions = sessions;
    this.grants = grants;
    this.feeds = feeds;
    this.consents = consents;
    this.people = people;
  }

  void of(Tx tx, String person) {
    lastAdmin.outlives(
        tx,
        () -> {
          keys.revokeOf(tx, person);
          sessions.ofPerson(tx, person);
          grants.clear(tx, "person", person);
          feeds.revokeOf(tx, person);
          consents.removeAll(tx, person);
          people.publishEnd(tx, person);
        });
  }
}
