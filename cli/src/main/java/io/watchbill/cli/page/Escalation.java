package io.watchbill.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.recipient.Recipient;
import java.util.Optional;

/** Pages somebody about an incident, beside what its policy does. */
record Escalation(Reason reason, Optional<String> note, Optional<Recipient> to) {

  /**
   * Sends it.
   *
   * @param incident the id, not the reference
   * @return who is paged
   */
  JsonNode send(Api api, String incident) {
    ObjectNode body = Json.object().put("reason", reason.text());
    note.ifPresent(text -> body.put("note", text));
    to.ifPresent(recipient -> body.set("to", recipient.json()));
    return api.post(Service.ESCALATION, "/v1/escalations/" + incident + "/escalate", body);
  }

  /** Prints who is paged, and says whom nothing reaches. */
  static void print(Terminal terminal, JsonNode escalated, String reference) {
    String paged = Texts.list(escalated.path("paged"));
    terminal.print(
        paged.isEmpty()
            ? "Nobody else is paged about " + reference + "."
            : "Paged " + paged + " about " + reference + ".");
    String unreachable = Texts.list(escalated.path("unreachable"));
    if (!unreachable.isEmpty()) {
      terminal.say("wb: not paged, without a contact method: " + unreachable);
    }
  }
}
