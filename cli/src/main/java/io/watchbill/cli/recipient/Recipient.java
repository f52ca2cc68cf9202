package io.watchbill.cli.recipient;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.http.Json;
import java.util.Optional;

/** Whom to page. */
public sealed interface Recipient {

  /** A person. */
  record Person(String id, Optional<String> team) implements Recipient {
    @Override
    public ObjectNode json() {
      return Json.object().put("person", id);
    }

    @Override
    public String text() {
      return id;
    }
  }

  /** Who holds a role now. */
  record Role(String rotation, String role, Optional<String> team) implements Recipient {
    @Override
    public ObjectNode json() {
      return Json.object().put("rotation", rotation).put("role", role);
    }

    @Override
    public String text() {
      return "the " + role + " of " + rotation;
    }
  }

  /** Returns it as the escalation-service takes it. */
  ObjectNode json();

  /** Returns it in words. */
  String text();

  /** Returns the team that they belong to, if they belong to one. */
  Optional<String> team();
}
