package io.watchbill.escalation.notice;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.contact.ContactBook;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.shifts.OnCallAnswer;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.EventAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Accepts notices, each once. The receivers are chosen when it arrives and stored with it. A notice
 * that reaches nobody raises no alarm.
 */
@ApplicationScoped
class Notices {
  private static final Logger LOG = Logger.getLogger(Notices.class);

  /** How long a notice is remembered: longer than its sender repeats it. */
  private static final Duration KNOWN = Duration.ofDays(90);

  private final Database database;
  private final NoticeRepository notices;
  private final ContactBook contacts;
  private final OnCallCache onCall;
  private final Channels channels;
  private final NoticeSender sender;

  Notices(
      Database database,
      NoticeRepository notices,
      ContactBook contacts,
      OnCallCache onCall,
      Channels channels,
      NoticeSender sender) {
    this.database = database;
    this.notices = notices;
    this.contacts = contacts;
    this.onCall = onCall;
    this.channels = channels;
    this.sender = sender;
  }

  EventAnswer take(Notice notice) {
    return database.inTransaction(tx -> take(tx, notice));
  }

  private EventAnswer take(Tx tx, Notice notice) {
    if (notice.person() != null) {
      return notify(tx, notice, List.of(notice.person()));
    }
    return switch (onCall.holders(
        tx, requireNonNull(notice.rotation()), requireNonNull(notice.role()))) {
      case OnCallAnswer.People people -> notify(tx, notice, people.people());
      case OnCallAnswer.Nobody nobody -> notifyNobody(notice, nobody.reason());
      case OnCallAnswer.Off off -> notifyNobody(notice, off.reason());
      case OnCallAnswer.Unknown unknown -> EventAnswer.retry(unknown.reason());
    };
  }

  private EventAnswer notify(Tx tx, Notice notice, List<String> people) {
    notices.forget(tx, tx.now().minus(KNOWN));
    if (notices.insert(tx, notice)) {
      Map<String, List<Reachable>> ways = contacts.people(tx, people);
      people.forEach(
          person ->
              notices.deliver(
                  tx,
                  notice,
                  person,
                  Ways.of(notice.kind(), ways.getOrDefault(person, List.of()), this::isPreferred)));
      tx.afterCommit(sender::nudge);
    }
    return EventAnswer.accepted();
  }

  private boolean isPreferred(Reachable way) {
    return channels.find(way.kind()).filter(Channel::isPreferredForNotices).isPresent();
  }

  private static EventAnswer notifyNobody(Notice notice, String why) {
    LOG.infof("notice %s (%s) reaches nobody: %s", notice.id(), notice.kind(), why);
    return EventAnswer.accepted();
  }
}
