package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Query;
import io.watchbill.cli.output.Texts;
import java.util.List;

/** The incidents that a person has to do with. */
record Mine(Api api, String person) {

  List<JsonNode> of(List<JsonNode> incidents, int most) {
    return incidents.stream().filter(this::isMine).limit(most).toList();
  }

  private boolean isMine(JsonNode incident) {
    return person.equals(Texts.of(incident.path("acknowledged"), "by"))
        || person.equals(Texts.of(incident.path("resolved"), "by"))
        || wasPaged(Texts.of(incident, "id"));
  }

  private boolean wasPaged(String incident) {
    String pages =
        new Query("/v1/pages").with("incident", incident).with("limit", "500").toString();
    return api.list(Service.ESCALATION, pages, Integer.MAX_VALUE).all().stream()
        .anyMatch(
            page ->
                Texts.of(page, "targetKind").equals("person")
                    && Texts.of(page, "target").equals(person));
  }
}
