package io.watchbill.escalation.acknowledgement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The outbox's payload for an acknowledgement: its id and the event's data. */
@RegisterForReflection
record Forward(UUID acknowledgement, Data data) {

  /** The data of the event {@code page.acknowledged}. */
  @RegisterForReflection
  record Data(UUID incident, int round, String branch, String person, Instant at, String channel) {}

  static Forward of(Acknowledgement a) {
    return new Forward(
        a.id(),
        new Data(
            a.incident(), a.round(), a.branch().name(), a.person(), a.at(), a.channel().wire()));
  }
}
