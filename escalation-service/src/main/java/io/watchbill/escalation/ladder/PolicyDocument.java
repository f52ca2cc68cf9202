package io.watchbill.escalation.ladder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.escalation.policy.Definition;
import io.watchbill.escalation.policy.PolicyReader;
import io.watchbill.escalation.policy.PolicyText;
import io.watchbill.escalation.policy.StoredPolicy;
import io.watchbill.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stored policy as its pages show it. */
public record PolicyDocument(StoredPolicy stored) {

  public String id() {
    return stored.document().path("id").asText();
  }

  public String name() {
    return stored.document().path("name").asText();
  }

  /** Returns the team that it belongs to; empty if only admins manage it. */
  public String team() {
    return owner().orElse("");
  }

  public long version() {
    return stored.version();
  }

  /** Returns whether it is used where no other policy is. */
  public boolean fallback() {
    return stored.document().path("fallback").asBoolean();
  }

  /** Returns the teams whose incidents it serves. */
  public List<String> teams() {
    List<String> teams = new ArrayList<>();
    stored.document().path("defaultFor").forEach(team -> teams.add(team.asText()));
    return teams;
  }

  /** Returns whether it pages only for incidents that name it. */
  public boolean isOnRequest() {
    return teams().isEmpty() && !fallback();
  }

  /** Returns the text to edit: without what goes without saying. */
  public String text() {
    return PolicyText.write(plain());
  }

  Optional<String> owner() {
    return Optional.ofNullable(stored.document().path("team").textValue());
  }

  /** Returns the policy; empty if this version cannot read it. */
  Optional<Definition> definition() {
    try {
      return Optional.of(PolicyReader.read(id(), plain()));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  private ObjectNode plain() {
    ObjectNode plain = stored.document().deepCopy();
    plain.remove("id");
    if (!fallback()) {
      plain.remove("fallback");
    }
    if (owner().isEmpty()) {
      plain.remove("team");
    }
    return plain;
  }
}
