package io.watchbill.incident.board;

import io.watchbill.incident.alert.AlertView;
import io.watchbill.incident.incident.IncidentView;
import io.watchbill.incident.incident.SimilarIncident;
import io.watchbill.incident.timeline.TimelineEntry;
import io.watchbill.kit.page.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page of an incident shows.
 *
 * @param similar incidents before that had the same alerts
 * @param timeline the newest entries first
 * @param show which entries: all, people, pages or system
 * @param version changes with whatever is shown
 * @param mayAct whether the caller may do something about it
 * @param refusal why the last form was not done
 */
public record IncidentPage(
    IncidentView incident,
    List<AlertView> alerts,
    List<SimilarIncident> similar,
    List<TimelineEntry> timeline,
    TimelineChoice show,
    String version,
    boolean mayAct,
    Optional<Refusal> refusal) {

  /** Returns a name for the next comment, so that one sent twice is stored once. */
  public String once() {
    return UUID.randomUUID().toString();
  }

  /** Returns the alert's address at its sender, if it is one that a browser may be led to. */
  public String linkOf(AlertView alert) {
    String url = alert.generatorUrl();
    return url != null && url.matches("(?i)https?://[^\\s]+") ? url : "";
  }

  /** Returns what was typed into a field of a form that was refused. */
  public String typed(String field) {
    return refusal.map(refused -> refused.typed(field)).orElse("");
  }

  /** Returns what is wrong with a field. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }
}
