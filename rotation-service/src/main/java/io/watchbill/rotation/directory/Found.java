package io.watchbill.rotation.directory;

import io.quarkus.qute.TemplateData;
import java.util.Map;

/** Names by ids, of what a search has found. */
@TemplateData
public record Found(
    Map<String, String> people, Map<String, String> teams, Map<String, String> schedules) {

  /** Returns whether nothing was found. */
  public boolean isEmpty() {
    return people.isEmpty() && teams.isEmpty() && schedules.isEmpty();
  }
}
