package io.watchbill.rotation.shiftnotice;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends notices to people through the escalation service, once the transaction is committed. */
@ApplicationScoped
public class Notices {
  /** The role whose people are notified of problems. */
  private static final String LEAD = "lead";

  private static final int AFTER_CHANGES = 1;

  private final Outbox outbox;
  private final Json json;

  Notices(Outbox outbox, Json json) {
    this.outbox = outbox;
    this.json = json;
  }

  /** Notifies a person of something about a rotation. */
  public void tell(
      Tx tx,
      String person,
      StoredRotation about,
      String kind,
      String title,
      String text,
      Instant at) {
    send(tx, new Notice(id(), kind, person, about.id(), null, about.team(), title, text, at));
  }

  /** Notifies the people on call in the role {@code lead} of the rotation. */
  public void tellLead(
      Tx tx, StoredRotation about, String kind, String title, String text, Instant at) {
    send(tx, new Notice(id(), kind, null, about.id(), LEAD, about.team(), title, text, at));
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
