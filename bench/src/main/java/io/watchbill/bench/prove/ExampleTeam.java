package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The people, the rotation and the policy of a run. */
final class ExampleTeam {
  private static final List<String> PEOPLE =
      List.of("alice", "bob", "carol", "dora", "erin", Expected.HELD, Expected.NEWCOMER);

  private static final String VIEWER = "victor";

  private ExampleTeam() {}

  /**
   * Sets everything up and answers the key of the run's integration.
   *
   * @param shiftBegins until then nobody has the role for which pages are held
   */
  static String setUp(Fleet fleet, URI provider, Instant shiftBegins) {
    Api rotations = fleet.api(Service.ROTATION);
    PEOPLE.forEach(person -> person(rotations, person));
    put(
        rotations,
        "/v1/teams/proof",
        "{\"name\":\"Proof\",\"members\":[\"%s\"]}".formatted(String.join("\",\"", PEOPLE)));
    put(
        rotations,
        "/v1/rotations/proof",
        """
        {"name":"Proof","team":"proof","timeZone":"UTC","roles":[
          {"name":"primary","layers":[{"name":"standing","turns":[["alice"]]}]},
          {"name":"secondary","layers":[{"name":"standing","turns":[["bob"]]}]},
          {"name":"legal","layers":[{"name":"standing","turns":[["carol"]]}]},
          {"name":"both","layers":[{"name":"standing","turns":[["dora","erin"]]}]},
          {"name":"held","layers":[{"name":"later","start":"%s","turns":[["frank"]]}]}]}
        """
            .formatted(LocalDateTime.ofInstant(shiftBegins, ZoneOffset.UTC)));
    Api escalations = fleet.api(Service.ESCALATION);
    PEOPLE.forEach(person -> method(escalations, person, "hook", "webhook", provider.toString()));
    method(escalations, "alice", "mail", "email", "alice@proof.example");
    put(escalations, "/v1/policies/proof", policy(""));
    Api incidents = fleet.api(Service.INCIDENT);
    String wanted =
        "{\"id\":\"proof\",\"name\":\"Proof\",\"kind\":\"alertmanager\",\"team\":\"proof\"}";
    return Patient.ask(() -> incidents.post("/v1/integrations", wanted))
        .expectSuccess("integration")
        .path("key")
        .asText();
  }

  /** Changes the policy: from now on it names somebody more. False when that was not answered. */
  static boolean changePolicy(Fleet fleet) {
    String more =
        """
        ,{"name":"changed","branch":"changed","after":"PT0S","notify":[{"person":"greta"}]}
        """;
    try {
      return fleet.api(Service.ESCALATION).put("/v1/policies/proof", policy(more)).status() / 100
          == 2;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** The key of somebody who may read what belongs to the team, and nothing else. */
  static String viewer(Fleet fleet) {
    Api rotations = fleet.api(Service.ROTATION);
    person(rotations, VIEWER);
    put(
        rotations,
        "/v1/grants/person/" + VIEWER,
        "{\"grants\":[{\"right\":\"viewer\",\"team\":\"proof\"}]}");
    String wanted = "{\"kind\":\"person\",\"principal\":\"" + VIEWER + "\"}";
    return Patient.ask(() -> rotations.post("/v1/keys", wanted))
        .expectSuccess("key of the viewer")
        .path("key")
        .asText();
  }

  private static String policy(String more) {
    return """
        {"name":"Proof","defaultFor":["proof"],"fallback":true,"steps":[
          {"name":"primary","after":"PT0S","notify":[{"rotation":"proof","role":"primary"}]},
          {"name":"secondary","after":"%1$s","notify":[{"rotation":"proof","role":"secondary"}],
           "repeat":{"every":"%2$s","times":1}},
          {"name":"legal","branch":"legal","when":{"tags":["legal"]},"after":"PT0S",
           "notify":[{"rotation":"proof","role":"legal"}],"repeat":{"every":"%2$s","times":1}},
          {"name":"both","branch":"both","when":{"tags":["both"]},"after":"PT0S",
           "acknowledgements":2,
           "notify":[{"rotation":"proof","role":"both"}],"repeat":{"every":"%2$s","times":1}},
          {"name":"held","branch":"held","when":{"tags":["held"]},"after":"PT0S",
           "ifNobody":"hold","notify":[{"rotation":"proof","role":"held"}]}%3$s]}
        """
        .formatted(Case.SECOND_STEP, Case.REPETITION, more);
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
    Patient.ask(() -> api.put(path, body)).expectSuccess(path);
  }
}
