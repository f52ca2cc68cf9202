package io.watchbill.rotation.shiftnotice;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.rotation.VersionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

/** Sends notices to people through the escalation service, once the transaction is committed. */
@ApplicationScoped
public class NoticePublisher {
  /** The role whose people are notified of problems. */
  private static final String LEAD = "lead";

  private static final int AFTER_CHANGES = 1;

  private final Outbox outbox;
  private final Json json;
  private final KnownPeople people;
  private final VersionRepository versions;

  NoticePublisher(Outbox outbox, Json json, KnownPeople people, VersionRepository versions) {
    this.outbox = outbox;
    this.json = json;
    this.people = people;
    this.versions = versions;
  }

  /**
   * Notifies a person of something about a rotation.
   *
   * @param at the instant it is about
   */
  public void notifyPerson(
      Tx tx,
      String person,
      StoredRotation about,
      String kind,
      Instant at,
      Function<NoticeWording, NoticeText> words) {
    NoticeText said = words.apply(wording(tx, people.zone(tx, person)));
    send(
        tx,
        new Notice(
            id(), kind, person, about.id(), null, about.team(), said.title(), said.text(), at));
  }

  /**
   * Notifies the people on call in the role {@code lead} of the rotation.
   *
   * @param at the instant it is about
   */
  public void notifyLead(
      Tx tx,
      StoredRotation about,
      String kind,
      Instant at,
      Function<NoticeWording, NoticeText> words) {
    NoticeText said = words.apply(wording(tx, versions.zone(tx, about.id())));
    send(
        tx,
        new Notice(
            id(), kind, null, about.id(), LEAD, about.team(), said.title(), said.text(), at));
  }

  private NoticeWording wording(Tx tx, ZoneId zone) {
    return new NoticeWording(zone, tx.now(), id -> people.name(tx, id));
  }

  private void send(Tx tx, Notice notice) {
    outbox.append(
        tx,
        new OutboxMessage(
            NoticeEvent.TYPE, notice.id().toString(), AFTER_CHANGES, json.write(notice)));
  }

  private static UUID id() {
    return Ids.next();
  }
}
