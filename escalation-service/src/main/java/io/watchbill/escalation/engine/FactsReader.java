package io.watchbill.escalation.engine;

import io.watchbill.escalation.acknowledgement.Acknowledgement;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.StoredPicture;
import io.watchbill.escalation.plan.Acknowledged;
import io.watchbill.escalation.plan.Anchors;
import io.watchbill.escalation.plan.Facts;
import io.watchbill.escalation.plan.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the facts of a round of what is stored. */
final class FactsReader {
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
        new Anchors(
            picture.anchors().triggered(),
            picture.anchors().lastUpdate(),
            picture.anchors().severityChange()),
        acknowledgements(picture, round, held),
        Optional.ofNullable(picture.sla()).map(IncidentPicture.Sla::acknowledge),
        Optional.ofNullable(picture.quietUntil()),
        Optional.ofNullable(stored.conditionsSince()));
  }

  /** One that arrived here outranks the picture, until it is refused. */
  private static Map<String, Acknowledged> acknowledgements(
      IncidentPicture picture, int round, Collection<Acknowledgement> held) {
    Map<String, Acknowledged> byBranch = new HashMap<>();
    for (Acknowledgement one : held) {
      if (one.incident().equals(picture.id()) && one.round() == round) {
        byBranch.put(one.branch(), new Acknowledged(one.person(), one.at(), one.confirmed()));
      }
    }
    if (picture.round() == round && picture.isAcknowledged()) {
      byBranch.merge(Policy.MAIN, byPicture(picture), FactsReader::confirmed);
    }
    return byBranch;
  }

  private static Acknowledged byPicture(IncidentPicture picture) {
    String by = picture.acknowledgedBy() == null ? "somebody" : picture.acknowledgedBy();
    return new Acknowledged(
        by,
        Optional.ofNullable(picture.anchors().acknowledged()).orElse(picture.anchors().triggered()),
        true);
  }

  private static Acknowledged confirmed(Acknowledged here, Acknowledged byPicture) {
    return new Acknowledged(here.by(), here.at(), true);
  }
}
