package io.watchbill.escalation.engine;

import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.delivery.Dropping;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.PictureRepository;
import io.watchbill.escalation.plan.AlarmKind;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChoice;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Takes pictures of incidents: the newest version wins, whatever the order and however often they
 * come. A round that is new starts its escalation; what the picture makes needless is dropped.
 */
@ApplicationScoped
class Pictures {
  private final Database database;
  private final PictureRepository pictures;
  private final EscalationRepository escalations;
  private final Dropping dropping;
  private final PolicyBook policies;
  private final Alarms alarms;
  private final EngineNudge engine;

  Pictures(
      Database database,
      PictureRepository pictures,
      EscalationRepository escalations,
      Dropping dropping,
      PolicyBook policies,
      Alarms alarms,
      EngineNudge engine) {
    this.database = database;
    this.pictures = pictures;
    this.escalations = escalations;
    this.dropping = dropping;
    this.policies = policies;
    this.alarms = alarms;
    this.engine = engine;
  }

  /** Takes a picture; answers whether it was news. */
  boolean take(IncidentPicture picture) {
    return database.inTransaction(tx -> take(tx, picture));
  }

  private boolean take(Tx tx, IncidentPicture picture) {
    if (!pictures.storeIfNewer(tx, picture)) {
      return false;
    }
    escalations.wake(tx, picture.id());
    if (picture.isResolved()) {
      dropping.incident(tx, picture.id(), picture.round(), "the incident is resolved");
    } else {
      startRound(tx, picture);
    }
    if (!picture.isResolved() && picture.isQuietAt(tx.now())) {
      dropping.incident(
          tx, picture.id(), picture.round(), "nobody is told before " + picture.quietUntil());
    }
    if (picture.isAcknowledged()) {
      String by = picture.acknowledgedBy() == null ? "somebody" : picture.acknowledgedBy();
      dropping.branch(tx, picture.id(), picture.round(), Policy.MAIN, "acknowledged by " + by);
    }
    tx.afterCommit(engine::nudge);
    return true;
  }

  /** Starts what an open incident lacks, also when its picture is known. */
  void ensureRunning(IncidentPicture picture) {
    if (!picture.isResolved()) {
      database.inTransaction(
          tx -> {
            startRound(tx, picture);
            tx.afterCommit(engine::nudge);
            return null;
          });
    }
  }

  private void startRound(Tx tx, IncidentPicture picture) {
    if (escalations.hasMain(tx, picture.id(), picture.round())) {
      return;
    }
    dropping.roundsBefore(tx, picture.id(), picture.round());
    PolicyChoice choice = policies.choose(tx, picture.policy(), picture.team());
    Policy policy = policies.snapshot(tx, choice.snapshot());
    Instant anchor = picture.anchors().triggered();
    boolean started =
        escalations
            .start(tx, picture.id(), picture.round(), Purpose.MAIN, choice, policy, anchor)
            .isPresent();
    if (started && choice.isNone()) {
      alarms.raise(tx, picture.id(), picture.round(), AlarmKind.NO_POLICY, choice.reason());
    }
  }
}
