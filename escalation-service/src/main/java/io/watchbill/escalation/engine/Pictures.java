package io.watchbill.escalation.engine;

import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.delivery.Dropping;
import io.watchbill.escalation.delivery.Needless;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.escalation.Start;
import io.watchbill.escalation.past.PastRepository;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes pictures of incidents: the newest version wins, whatever the order and however often they
 * come. A round that is new starts its escalation; what the picture makes needless is dropped.
 */
@ApplicationScoped
class Pictures {
  private final Database database;
  private final PastRepository past;
  private final PictureRepository pictures;
  private final EscalationRepository escalations;
  private final Dropping dropping;
  private final PolicyBook policies;
  private final Alarms alarms;
  private final EngineNudge engine;

  Pictures(
      Database database,
      PastRepository past,
      PictureRepository pictures,
      EscalationRepository escalations,
      Dropping dropping,
      PolicyBook policies,
      Alarms alarms,
      EngineNudge engine) {
    this.database = database;
    this.past = past;
    this.pictures = pictures;
    this.escalations = escalations;
    this.dropping = dropping;
    this.policies = policies;
    this.alarms = alarms;
    this.engine = engine;
  }

  /** Takes pictures together; answers of which incidents they were news. */
  Set<UUID> take(List<IncidentPicture> taken) {
    List<IncidentPicture> newest = newestOfEach(taken);
    return database.inTransaction(tx -> take(tx, newest));
  }

  private static List<IncidentPicture> newestOfEach(List<IncidentPicture> taken) {
    Map<UUID, IncidentPicture> newest = new HashMap<>();
    for (IncidentPicture picture : taken) {
      newest.merge(picture.id(), picture, (a, b) -> a.version() < b.version() ? b : a);
    }
    return List.copyOf(newest.values());
  }

  private Set<UUID> take(Tx tx, List<IncidentPicture> newest) {
    past.comeBack(tx, newest.stream().map(IncidentPicture::id).toList());
    Set<UUID> news = pictures.storeIfNewer(tx, newest);
    if (news.isEmpty()) {
      return news;
    }
    escalations.wake(tx, news);
    List<IncidentPicture> fresh = newest.stream().filter(p -> news.contains(p.id())).toList();
    startRounds(tx, fresh.stream().filter(picture -> !picture.isResolved()).toList());
    dropNeedless(tx, fresh);
    tx.afterCommit(engine::nudge);
    return news;
  }

  private void dropNeedless(Tx tx, List<IncidentPicture> fresh) {
    List<Needless> all = new ArrayList<>();
    List<Needless> main = new ArrayList<>();
    for (IncidentPicture picture : fresh) {
      if (picture.isResolved()) {
        all.add(needless(picture, "the incident is resolved"));
      } else if (picture.isQuietAt(tx.now())) {
        all.add(needless(picture, "nobody is told before " + picture.quietUntil()));
      } else if (picture.isAcknowledged()) {
        String by = picture.acknowledgedBy() == null ? "somebody" : picture.acknowledgedBy();
        main.add(needless(picture, "acknowledged by " + by));
      }
    }
    dropping.incidents(tx, all);
    dropping.branch(tx, main, Policy.MAIN);
  }

  private static Needless needless(IncidentPicture picture, String reason) {
    return new Needless(picture.id(), picture.round(), reason);
  }

  /** Starts what open incidents lack, also when their pictures are known. */
  void ensureRunning(List<IncidentPicture> known) {
    List<IncidentPicture> open = known.stream().filter(picture -> !picture.isResolved()).toList();
    database.inTransaction(
        tx -> {
          startRounds(tx, open);
          tx.afterCommit(engine::nudge);
          return null;
        });
  }

  private void startRounds(Tx tx, List<IncidentPicture> open) {
    Set<UUID> running =
        escalations.withMain(
            tx,
            open.stream().map(IncidentPicture::id).toList(),
            open.stream().map(IncidentPicture::round).toList());
    List<IncidentPicture> lacking =
        open.stream().filter(picture -> !running.contains(picture.id())).toList();
    dropping.roundsBefore(
        tx,
        lacking.stream()
            .filter(picture -> picture.round() > 1)
            .map(picture -> needless(picture, "round " + picture.round() + " has begun"))
            .toList());
    List<Start> starts = starts(tx, lacking);
    Set<UUID> started = escalations.start(tx, starts);
    for (Start start : starts) {
      if (started.contains(start.incident())) {
        warn(tx, start);
      }
    }
  }

  private void warn(Tx tx, Start start) {
    String why = start.choice().reason();
    if (start.choice().unreadable()) {
      alarms.raise(tx, start.incident(), start.round(), AlarmKind.POLICY_UNREADABLE, why);
    } else if (start.choice().isNone()) {
      alarms.raise(tx, start.incident(), start.round(), AlarmKind.NO_POLICY, why);
    }
  }

  private List<Start> starts(Tx tx, List<IncidentPicture> lacking) {
    Map<List<String>, PolicyChoice> choices = new HashMap<>();
    List<Start> starts = new ArrayList<>();
    for (IncidentPicture picture : lacking) {
      PolicyChoice choice =
          choices.computeIfAbsent(
              Arrays.asList(picture.policy(), picture.team()),
              by -> policies.choose(tx, picture.policy(), picture.team()));
      Policy policy = policies.snapshot(tx, choice.snapshot());
      Instant anchor = picture.anchors().triggered();
      starts.add(new Start(picture.id(), picture.round(), Purpose.MAIN, choice, policy, anchor));
    }
    return starts;
  }
}
