package io.watchbill.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.service.Service;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A team with people, a rotation and an integration of its own, so that tests do not disturb each
 * other. Its names begin with its id: the person {@code ann} is {@code x1-ann}.
 */
final class Crew {
  private final Sandbox sandbox;
  private final String id = "t" + UUID.randomUUID().toString().substring(0, 8);

  Crew(Sandbox sandbox) {
    this.sandbox = sandbox;
    put(Service.ROTATION, "/v1/teams/" + id, "{\"name\": \"Crew %s\"}".formatted(id));
  }

  String id() {
    return id;
  }

  String person(String name) {
    return id + "-" + name;
  }

  /** People who are paged by webhook. */
  Crew withPeople(WebhookReceiver receiver, String... names) {
    for (String name : names) {
      put(
          Service.ROTATION,
          "/v1/people/" + person(name),
          "{\"name\": \"%s\", \"timeZone\": \"UTC\"}".formatted(name));
      contact(name, "webhook", receiver.asContact(name));
    }
    return this;
  }

  /** One more way to reach a person. */
  Crew contact(String name, String method, String body) {
    put(Service.ESCALATION, "/v1/contact-methods/" + person(name) + "/" + method, body);
    return this;
  }

  /** What a person may do for the team. */
  Crew withRight(String name, String right) {
    put(
        Service.ROTATION,
        "/v1/grants/person/" + person(name),
        "{\"grants\": [{\"right\": \"%s\", \"team\": \"%s\"}]}".formatted(right, id));
    return this;
  }

  /** The team's rotation: who stands in each role, always the same person. */
  Crew withStanding(String... rolesAndNames) {
    return withRotation(
        List.of(rolesAndNames).stream()
            .map(pair -> pair.split(":", -1))
            .map(
                pair ->
                    """
                    {"name": "%s", "layers": [{"name": "standing", "turns": [["%s"]]}]}
                    """
                        .formatted(pair[0], person(pair[1])))
            .collect(Collectors.joining(",")));
  }

  /** The team's rotation with these roles, in the zone UTC. */
  Crew withRotation(String roles) {
    put(
        Service.ROTATION,
        "/v1/rotations/" + id,
        """
        {"name": "Crew %1$s", "team": "%1$s", "timeZone": "UTC", "roles": [%2$s]}
        """
            .formatted(id, roles));
    return this;
  }

  /** The team's policy: its steps, in which {@code $rotation} is the team's rotation. */
  Crew withPolicy(String steps) {
    put(
        Service.ESCALATION,
        "/v1/policies/" + id,
        """
        {"name": "Crew %1$s", "defaultFor": ["%1$s"], "steps": [%2$s]}
        """
            .formatted(id, steps.replace("$rotation", id)));
    return this;
  }

  /** A key with which an Alertmanager may send alerts for the team. */
  String integrationKey() {
    return sandbox
        .api(Service.INCIDENT)
        .post(
            "/v1/integrations",
            """
            {"id": "%1$s", "name": "Alertmanager of %1$s", "kind": "alertmanager", "team": "%1$s"}
            """
                .formatted(id))
        .expectSuccess("integration")
        .path("key")
        .asText();
  }

  /** Opens an incident by hand; its reference. */
  String open(String title, String severity, String... tags) {
    String list = List.of(tags).stream().map(t -> '"' + t + '"').collect(Collectors.joining(","));
    return sandbox
        .api(Service.INCIDENT)
        .post(
            "/v1/incidents",
            """
            {"title": "%s", "severity": "%s", "team": "%s", "tags": [%s]}
            """
                .formatted(title, severity, id, list))
        .expectSuccess("incident")
        .path("reference")
        .asText();
  }

  /** The team's incidents, newest first. */
  List<JsonNode> incidents() {
    return incidents("");
  }

  /** The team's incidents that nobody has acknowledged. */
  List<JsonNode> unacknowledged() {
    return incidents("&state=triggered");
  }

  private List<JsonNode> incidents(String condition) {
    JsonNode items =
        sandbox
            .api(Service.INCIDENT)
            .get("/v1/incidents?team=" + id + condition)
            .expectSuccess("incidents")
            .path("items");
    return items.valueStream().toList();
  }

  /** One incident as it stands now. */
  JsonNode incident(String reference) {
    return sandbox.api(Service.INCIDENT).get("/v1/incidents/" + reference).expectSuccess(reference);
  }

  String stateOf(String reference) {
    return incident(reference).path("state").asText();
  }

  /** The texts of an incident's timeline. */
  List<String> timelineOf(String reference) {
    return sandbox
        .api(Service.INCIDENT)
        .get("/v1/incidents/" + reference + "/timeline?limit=200")
        .expectSuccess("timeline")
        .path("items")
        .valueStream()
        .map(entry -> entry.path("text").asText())
        .toList();
  }

  private void put(Service service, String path, String body) {
    sandbox.api(service).put(path, body).expectSuccess(path);
  }
}
