package io.watchbill.escalation.delivery;

import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.decision.Takeover;
import java.util.UUID;

/** The pages of a round to people through a role whose shift somebody took over. */
public record ShiftLost(
    UUID incident, int round, Purpose purpose, Takeover takeover, String reason) {

  DropReason needless() {
    return new DropReason(incident, round, reason);
  }
}
