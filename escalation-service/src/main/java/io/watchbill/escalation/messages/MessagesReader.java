package io.watchbill.escalation.messages;

import static java.util.Objects.requireNonNullElse;

import io.watchbill.escalation.delivery.DeliveryStatus;
import io.watchbill.escalation.delivery.DeliveryView;
import io.watchbill.escalation.messages.StoredMessage.Tried;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.escalation.recipient.TargetKind;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the message log for people. */
@ApplicationScoped
class MessagesReader {
  private final Database database;
  private final MessageLog log;
  private final SnapshotRepository snapshots;
  private final Names names;

  MessagesReader(Database database, MessageLog log, SnapshotRepository snapshots, Names names) {
    this.database = database;
    this.log = log;
    this.snapshots = snapshots;
    this.names = names;
  }

  /** What is read in one go. */
  private record Read(
      Slice<StoredMessage> messages,
      List<Tried> tried,
      Map<UUID, String> called,
      Map<UUID, String> teams) {}

  MessagesPage read(MessageLog.Part part, SliceRequest request) {
    Read read =
        database.read(
            tx -> {
              Slice<StoredMessage> messages =
                  Slice.of(log.list(tx, part), request, message -> message.id().toString());
              List<UUID> incidents =
                  messages.items().stream().map(StoredMessage::incident).toList();
              return new Read(
                  messages,
                  log.tried(tx, messages.items()),
                  snapshots.references(tx, incidents),
                  snapshots.teams(tx, incidents));
            });
    String query = part.filter().query();
    return new MessagesPage(
        part.filter(),
        read.tried().stream().map(tried -> row(tried, read, part.caller())).toList(),
        read.messages()
            .next()
            .map(cursor -> (query.isEmpty() ? "" : query + "&") + "cursor=" + cursor));
  }

  private MessageRow row(Tried tried, Read read, Principal caller) {
    StoredMessage message = tried.message();
    DeliveryView.Attempt attempt = tried.attempt();
    boolean lastResort = message.target().kind() == TargetKind.LAST_RESORT;
    return new MessageRow(
        message.createdAt(),
        lastResort ? "" : message.target().spoken(names),
        message.kind(),
        Masked.of(message.address()),
        message.purpose(),
        message.incident(),
        read.called().getOrDefault(message.incident(), message.incident().toString()),
        attempt == null ? message.state() : requireNonNullElse(attempt.outcome(), "sending"),
        attempt == null ? 0 : attempt.number(),
        latency(message, attempt),
        detail(message, attempt),
        message.providerMessageId(),
        tried.isLast() && mayResend(message, read, caller) ? message.id() : null);
  }

  private static boolean mayResend(StoredMessage message, Read read, Principal caller) {
    boolean paged =
        caller.kind() == Principal.Kind.PERSON && message.target().isPerson(caller.id());
    return message.state().equals(DeliveryStatus.FAILED.wire())
        && (paged
            || caller.may(Rights.RESPONDER, read.teams().getOrDefault(message.incident(), "")));
  }

  private static String latency(StoredMessage message, DeliveryView.@Nullable Attempt attempt) {
    if (attempt == null || attempt.endedAt() == null) {
      return "";
    }
    Duration late = Duration.between(message.due(), attempt.endedAt());
    return Wording.duration(
        late.compareTo(Duration.ofSeconds(1)) < 0 ? late : late.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String detail(StoredMessage message, DeliveryView.@Nullable Attempt attempt) {
    String own = attempt == null ? null : attempt.detail();
    return requireNonNullElse(own, requireNonNullElse(message.reason(), ""));
  }
}
