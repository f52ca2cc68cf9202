package io.watchbill.incident.board;

import io.quarkus.qute.TemplateData;
import io.watchbill.incident.incident.IncidentView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a search has found.
 *
 * @param text what was searched for; empty if nothing was
 * @param incidents the newest with these words in the title
 * @param complete whether there are no more
 */
@TemplateData
public record SearchPage(String text, List<IncidentView> incidents, boolean complete) {

  /** Returns the text as a query of a URL has it. */
  public String query() {
    return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
