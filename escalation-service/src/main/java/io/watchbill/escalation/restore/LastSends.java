package io.watchbill.escalation.restore;

import io.watchbill.escalation.delivery.AttemptRepository;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this replica was about to send last, by each channel and on each server. A channel's claims
 * are committed one after the other: when the last one is there, so are all before it.
 */
@ApplicationScoped
class LastSends {
  private final AttemptRepository attempts;
  private final Map<Origin, Send> last = new ConcurrentHashMap<>();

  LastSends(AttemptRepository attempts) {
    this.attempts = attempts;
  }

  /**
   * @param server when the server was started that had the claim
   */
  private record Origin(String channel, Instant server) {}

  /** The claims' leases rise. */
  private record Send(Origin origin, UUID lease, UUID incident, UUID delivery, Instant at) {
    Send orLater(Send other) {
      return lease.compareTo(other.lease) < 0 ? other : this;
    }
  }

  /**
   * Sends whose claims the answering server was asked for.
   *
   * @param lost when the first was sent whose claim it does not have
   */
  record Asked(List<Send> sends, Optional<Instant> lost) {}

  /** Keeps one delivery of a claim, before it is sent. */
  void about(Claimed one, Instant server, Instant now) {
    Origin origin = new Origin(one.kind(), server);
    Send send = new Send(origin, one.lease(), one.incident(), one.id(), now);
    last.merge(origin, send, Send::orLater);
  }

  /** Looks whether the answering server has the claims that were sent while others answered. */
  Asked ask(Tx tx, Instant answering) {
    List<Send> others =
        last.values().stream().filter(send -> !send.origin.server.equals(answering)).toList();
    Optional<Instant> lost =
        others.stream()
            .filter(send -> !attempts.isStored(tx, send.incident, send.delivery, send.lease))
            .map(Send::at)
            .min(Instant::compareTo);
    return new Asked(others, lost);
  }

  /** Forgets sends that were asked for, once that is committed; later ones stay. */
  void forget(Asked asked) {
    asked.sends.forEach(send -> last.remove(send.origin, send));
  }
}
