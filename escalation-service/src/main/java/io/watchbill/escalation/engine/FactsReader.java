package io.watchbill.escalation.engine;

import io.watchbill.escalation.acknowledgement.Acknowledgement;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.StoredPicture;
import io.watchbill.escalation.plan.Acknowledged;
import io.watchbill.escalation.plan.Anchors;
import io.watchbill.escalation.plan.Facts;
import io.watchbill.escalation.plan.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the facts of a round of what is stored. */
final class FactsReader {
  private static final String SOMEBODY = "somebody";

  /**
   * The incident-service begins a round at the end of a mute; what was due meanwhile is not told
   * beside it. Without word of it paging resumes here, but no sooner than thousands of ends at once
   * have been told: the round would page a second time.
   */
  private static final Duration WORD_OF_THE_END = Duration.ofSeconds(30);

  private FactsReader() {}

  /**
   * The facts.
   *
   * @param held acknowledgements of the incident, of any round
   */
  static Facts facts(StoredPicture stored, int round, Collection<Acknowledgement> held) {
    IncidentPicture picture = stored.picture();
    return new Facts(
        picture.isResolved(),
        picture.severity() == null ? "" : picture.severity(),
        new TreeSet<>(picture.tags()),
        Optional.ofNullable(picture.type()),
        picture.restricted(),
        Optional.ofNullable(picture.commander()),
        new Anchors(
            picture.anchors().triggered(),
            picture.anchors().lastUpdate(),
            picture.anchors().severityChange()),
        acknowledgements(picture, round, held),
        Optional.ofNullable(picture.sla()).map(IncidentPicture.Sla::acknowledge),
        Optional.ofNullable(picture.quietUntil()).map(until -> until.plus(WORD_OF_THE_END)),
        Optional.ofNullable(stored.conditionsSince()));
  }

  /** One that arrived here outranks the picture, until it is refused. */
  private static Map<String, List<Acknowledged>> acknowledgements(
      IncidentPicture picture, int round, Collection<Acknowledgement> held) {
    Map<String, List<Acknowledged>> byBranch = new HashMap<>();
    for (Acknowledgement one : held) {
      if (one.incident().equals(picture.id()) && one.round() == round) {
        byBranch
            .computeIfAbsent(one.branch(), branch -> new ArrayList<>())
            .add(new Acknowledged(one.person(), one.at(), one.confirmed()));
      }
    }
    if (picture.round() == round && picture.isAcknowledged()) {
      List<Acknowledged> main = byBranch.computeIfAbsent(Policy.MAIN, name -> new ArrayList<>());
      confirm(main, byPicture(picture));
    }
    byBranch.values().forEach(all -> all.sort(Comparator.comparing(Acknowledged::at)));
    return byBranch;
  }

  /** What the incident-service knows of is confirmed; it tells of one person. */
  private static void confirm(List<Acknowledged> here, Acknowledged byPicture) {
    boolean known = false;
    for (int i = 0; i < here.size(); i++) {
      Acknowledged one = here.get(i);
      if (one.by().equals(byPicture.by()) || here.size() == 1 && byPicture.by().equals(SOMEBODY)) {
        here.set(i, new Acknowledged(one.by(), one.at(), true));
        known = true;
      }
    }
    if (!known) {
      here.add(byPicture);
    }
  }

  private static Acknowledged byPicture(IncidentPicture picture) {
    String by = picture.acknowledgedBy() == null ? SOMEBODY : picture.acknowledgedBy();
    return new Acknowledged(
        by,
        Optional.ofNullable(picture.anchors().acknowledged()).orElse(picture.anchors().triggered()),
        true);
  }
}
