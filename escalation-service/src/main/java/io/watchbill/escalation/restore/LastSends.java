package io.watchbill.escalation.restore;

import io.watchbill.escalation.delivery.AttemptRepository;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this replica was about to send last by each channel. A channel's claims are committed one
 * after the other: when the last one is there, so are all before it.
 */
@ApplicationScoped
class LastSends {
  private final AttemptRepository attempts;
  private final Map<String, Send> byChannel = new ConcurrentHashMap<>();

  LastSends(AttemptRepository attempts) {
    this.attempts = attempts;
  }

  /** The claims' leases rise. */
  private record Send(UUID lease, UUID incident, UUID delivery, int attempt, Instant at) {
    Send orLater(Send other) {
      return lease.compareTo(other.lease) < 0 ? other : this;
    }
  }

  /** Keeps one delivery of a claim, before it is sent. */
  void about(Claimed one, Instant now) {
    Send send = new Send(one.lease(), one.incident(), one.id(), one.attempt(), now);
    byChannel.merge(one.kind(), send, Send::orLater);
  }

  /** Returns when one was sent whose attempt the database does not have any more. */
  Optional<Instant> lost(Tx tx) {
    return byChannel.values().stream()
        .filter(send -> !attempts.isStored(tx, send.incident, send.delivery, send.attempt))
        .map(Send::at)
        .min(Instant::compareTo);
  }
}
