package io.watchbill.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.http.Pause;
import io.watchbill.cli.incident.Incidents;
import io.watchbill.cli.output.Texts;
import java.time.Duration;

/**
 * A page about something new: an incident, then an escalation of it.
 *
 * @param incident without its title
 */
record NewPage(ObjectNode incident, String message) {
  private static final int TITLE = 300;
  private static final Duration MOMENT = Duration.ofMillis(250);
  private static final int MOMENTS = 60;

  /** Opens the incident. What does not fit into its title becomes a note. */
  JsonNode open(Api api) {
    String line = message.lines().findFirst().orElse(message).strip();
    String title = line.length() > TITLE ? line.substring(0, TITLE - 1) + "…" : line;
    JsonNode opened =
        api.post(Service.INCIDENT, "/v1/incidents", incident.deepCopy().put("title", title));
    if (!title.equals(message)) {
      new Incidents(api).act(Texts.of(opened, "id"), "comment", Json.object().put("text", message));
    }
    return opened;
  }

  /** Pages. The escalation-service hears of an incident a moment after it was opened. */
  JsonNode escalate(Api api, JsonNode opened, Escalation escalation, Pause pause) {
    try {
      for (int moment = 0; moment < MOMENTS; moment++) {
        try {
          return escalation.send(api, Texts.of(opened, "id"));
        } catch (Failure failure) {
          if (failure.code() != ExitCode.NOT_FOUND) {
            throw failure;
          }
          pause.of(MOMENT);
        }
      }
      return escalation.send(api, Texts.of(opened, "id"));
    } catch (Failure failure) {
      throw new Failure(
          failure.code(),
          "%s is open and its policy pages, but nobody was paged by hand: %s"
              .formatted(Texts.of(opened, "reference"), failure.text()),
          failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.FAILED, "interrupted", e);
    }
  }
}
