package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Query;
import io.watchbill.cli.output.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The incidents that a person has to do with.
 *
 * @param open whether only open ones are asked for: then one question finds all pages
 */
record Mine(Api api, String person, boolean open) {

  List<JsonNode> of(List<JsonNode> incidents, int most) {
    Optional<Set<String>> paged = open ? Optional.of(paged()) : Optional.empty();
    return incidents.stream()
        .filter(
            incident ->
                isBy(incident)
                    || paged
                        .map(ids -> ids.contains(Texts.of(incident, "id")))
                        .orElseGet(() -> wasPaged(Texts.of(incident, "id"))))
        .limit(most)
        .toList();
  }

  private boolean isBy(JsonNode incident) {
    return person.equals(Texts.of(incident.path("acknowledged"), "by"))
        || person.equals(Texts.of(incident.path("resolved"), "by"));
  }

  /** Returns the incidents of the person's pages, without those of history. */
  private Set<String> paged() {
    return pages(new Query("/v1/pages").with("person", person)).stream()
        .map(page -> Texts.of(page, "incident"))
        .collect(Collectors.toSet());
  }

  private boolean wasPaged(String incident) {
    return pages(new Query("/v1/pages").with("incident", incident)).stream()
        .anyMatch(
            page ->
                Texts.of(page, "targetKind").equals("person")
                    && Texts.of(page, "target").equals(person));
  }

  private List<JsonNode> pages(Query query) {
    return api.list(Service.ESCALATION, query.with("limit", "500").toString(), Integer.MAX_VALUE)
        .all();
  }
}
