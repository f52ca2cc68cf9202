package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.net.URI;

/** The people, the rotation and the policy of a run. */
final class Team {
  private Team() {}

  /** Sets everything up and answers the key of the run's integration. */
  static String setUp(Fleet fleet, URI provider) {
    Api rotations = fleet.api(Service.ROTATION);
    person(rotations, "alice");
    person(rotations, "bob");
    person(rotations, "carol");
    put(
        rotations,
        "/v1/teams/proof",
        "{\"name\":\"Proof\",\"members\":[\"alice\",\"bob\",\"carol\"]}");
    put(
        rotations,
        "/v1/rotations/proof",
        """
        {"name":"Proof","team":"proof","timeZone":"UTC","roles":[
          {"name":"primary","layers":[{"name":"standing","turns":[["alice"]]}]},
          {"name":"secondary","layers":[{"name":"standing","turns":[["bob"]]}]},
          {"name":"legal","layers":[{"name":"standing","turns":[["carol"]]}]}]}
        """);
    Api escalations = fleet.api(Service.ESCALATION);
    method(escalations, "alice", "hook", "webhook", provider.toString());
    method(escalations, "alice", "mail", "email", "alice@proof.example");
    method(escalations, "bob", "hook", "webhook", provider.toString());
    method(escalations, "carol", "hook", "webhook", provider.toString());
    put(
        escalations,
        "/v1/policies/proof",
        """
        {"name":"Proof","defaultFor":["proof"],"fallback":true,"steps":[
          {"name":"primary","after":"PT0S","notify":[{"rotation":"proof","role":"primary"}]},
          {"name":"secondary","after":"%s","notify":[{"rotation":"proof","role":"secondary"}],
           "repeat":{"every":"%s","times":1}},
          {"name":"legal","branch":"legal","when":{"tags":["legal"]},"after":"PT0S",
           "notify":[{"rotation":"proof","role":"legal"}],"repeat":{"every":"%s","times":1}}]}
        """
            .formatted(Case.SECOND_STEP, Case.REPETITION, Case.REPETITION));
    return fleet
        .api(Service.INCIDENT)
        .post(
            "/v1/integrations",
            "{\"id\":\"proof\",\"name\":\"Proof\",\"kind\":\"alertmanager\",\"team\":\"proof\"}")
        .expectSuccess("integration")
        .path("key")
        .asText();
  }

  private static void person(Api api, String id) {
    put(api, "/v1/people/" + id, "{\"name\":\"" + id + "\",\"timeZone\":\"UTC\"}");
  }

  private static void method(Api api, String person, String id, String kind, String address) {
    put(
        api,
        "/v1/contact-methods/" + person + "/" + id,
        "{\"kind\":\"" + kind + "\",\"address\":\"" + address + "\"}");
  }

  private static void put(Api api, String path, String body) {
    api.put(path, body).expectSuccess(path);
  }
}
