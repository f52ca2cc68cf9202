package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The only server of Postgres is lost with its disk while alerts come in, and another is restored
 * from the backup. The services live on.
 */
class RestoreIT {
  private static Sandbox sandbox;
  private static BackedUpPostgres postgres;

  private WebhookReceiver receiver;
  private Crew crew;

  @BeforeAll
  static void startArchiving() throws Exception {
    sandbox = Sandbox.own("restore");
    postgres = new BackedUpPostgres(sandbox, Sandbox.freshData("backup"));
    postgres.archive();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  /** Ann is paged at once, Bob after a while that a restore takes. */
  @BeforeEach
  void crew() throws Exception {
    receiver = new WebhookReceiver();
    await()
        .atMost(90, SECONDS)
        .ignoreExceptions()
        .until(
            () -> {
              crew =
                  new Crew(sandbox)
                      .withPeople(receiver, "ann", "bob")
                      .withStanding("primary:ann", "secondary:bob")
                      .withPolicy(
                          """
                          {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
                          {"name": "secondary", "after": "PT8S",
                           "notify": [{"rotation": "$rotation", "role": "secondary"}]}
                          """);
              return true;
            });
  }

  @AfterEach
  void stopReceiving() {
    receiver.close();
  }

  @Test
  void allThatWasArchivedIsThereAndPagedAndRepetitionsAreMarked() throws Exception {
    Queue<String> opened = new ConcurrentLinkedQueue<>();
    Thread traffic = Thread.ofVirtual().start(() -> openUntilItFails(opened));
    await().atMost(90, SECONDS).until(() -> opened.size() > 5);
    postgres.takeBase();
    String acknowledged = crew.open("Somebody has it", "P1");
    acknowledge(acknowledged);
    await().atMost(90, SECONDS).until(() -> opened.size() > 15);
    List<String> archived = List.copyOf(opened);
    postgres.archiveAll();
    await().atMost(90, SECONDS).until(() -> opened.size() > archived.size() + 5);

    postgres.loseAndRestore();

    traffic.join();
    await().atMost(90, SECONDS).ignoreExceptions().until(() -> crew.stateOf(acknowledged) != null);
    assertThat(crew.stateOf(acknowledged)).isEqualTo("acknowledged");
    for (String reference : archived) {
      assertThat(crew.stateOf(reference)).isEqualTo("triggered");
      String id = idOf(reference);
      await().atMost(40, SECONDS).until(() -> people(id).containsAll(List.of("ann", "bob")));
    }
    assertThat(people(idOf(acknowledged))).doesNotContain("bob");
    assertThat(unmarkedRepetitions()).isEmpty();
    String fresh = idOf(crew.open("New", "P1"));
    await().atMost(90, SECONDS).until(() -> pagesOf(fresh, "ann").size() == 1);
    assertThat(pagesOf(fresh, "ann").getFirst().has("restoredTo")).isFalse();
  }

  @Test
  void whoAcknowledgedSinceTheMomentIsPagedAgainWithAMark() throws Exception {
    postgres.takeBase();
    String reference = crew.open("Disk full", "P1");
    String id = idOf(reference);
    await().atMost(90, SECONDS).until(() -> people(id).contains("ann"));
    String moment = postgres.archiveAll();
    await().atMost(90, SECONDS).until(() -> people(id).contains("bob"));
    acknowledge(reference);
    String lost = crew.open("Opened afterwards", "P1");
    Link linkOfLost = linkOf(lost);
    postgres.archiveAll();

    postgres.loseAndRestore(moment);

    await().atMost(40, SECONDS).until(() -> pagesOf(id, "bob").size() == 2);
    assertThat(pagesOf(id, "bob").getFirst().has("restoredTo")).isFalse();
    assertThat(pagesOf(id, "bob").getLast().has("restoredTo")).isTrue();
    assertThat(crew.stateOf(reference)).isEqualTo("triggered");
    await()
        .atMost(40, SECONDS)
        .untilAsserted(
            () ->
                assertThat(crew.timelineOf(reference))
                    .filteredOn(
                        text -> text.startsWith("The database was restored to its state of "))
                    .hasSize(1));
    assertThat(unmarkedRepetitions()).isEmpty();
    assertThat(linkOfLost.openInVain()).contains("This page is not known any more");
  }

  @Test
  void anAlertWhoseIncidentIsLostComesAgainAndIsPagedWithAMark() throws Exception {
    postgres.takeBase();
    Api intake = new Api(sandbox.address(Service.INCIDENT), crew.integrationKey());
    String moment = postgres.archiveAll();
    String alert = alertOf(Clock.systemUTC().instant());
    intake.post("/v1/ingest/alertmanager", alert).expectSuccess("alert");
    await().atMost(90, SECONDS).until(() -> receiver.pages().size() == 1);
    postgres.archiveAll();

    postgres.loseAndRestore(moment);

    await()
        .atMost(40, SECONDS)
        .until(() -> intake.post("/v1/ingest/alertmanager", alert).status() == 200);
    await().atMost(40, SECONDS).until(() -> receiver.pages().size() >= 2);
    assertThat(receiver.pages().get(0).has("restoredTo")).isFalse();
    assertThat(receiver.pages().get(1).has("restoredTo")).isTrue();
  }

  private void openUntilItFails(Queue<String> opened) {
    try {
      while (true) {
        opened.add(crew.open("Disk full", "P1"));
      }
    } catch (RuntimeException | AssertionError e) {
      // The server is lost: what was not answered is not counted.
    }
  }

  private static String alertOf(Instant start) {
    return """
        {"version": "4", "groupKey": "{}:{alertname=\\"DiskFull\\"}", "status": "firing",
         "receiver": "watchbill", "groupLabels": {"alertname": "DiskFull"},
         "commonLabels": {"alertname": "DiskFull"}, "commonAnnotations": {}, "externalURL": "",
         "alerts": [{"status": "firing", "labels": {"alertname": "DiskFull"}, "annotations": {},
           "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "",
           "fingerprint": "0123456789abcdef"}]}
        """
        .formatted(start);
  }

  private String idOf(String reference) {
    return crew.incident(reference).path("id").asText();
  }

  private void acknowledge(String reference) {
    sandbox
        .api(Service.INCIDENT)
        .post("/v1/incidents/" + reference + "/acknowledge", "{}")
        .expectSuccess("acknowledge");
  }

  private Link linkOf(String reference) {
    await().atMost(90, SECONDS).until(() -> !receiver.pagesOf(reference).isEmpty());
    return Link.in(receiver.pagesOf(reference).getLast().path("acknowledge").asText());
  }

  private List<String> people(String incident) {
    return receiver.pages().stream()
        .filter(page -> page.path("incident").asText().equals(incident))
        .map(page -> page.path("person").asText().substring(crew.person("").length()))
        .toList();
  }

  private List<JsonNode> pagesOf(String incident, String person) {
    return receiver.pages().stream()
        .filter(page -> page.path("incident").asText().equals(incident))
        .filter(page -> page.path("person").asText().equals(crew.person(person)))
        .toList();
  }

  /** Pages for what somebody had been paged for already, that do not say so. */
  private List<JsonNode> unmarkedRepetitions() {
    Set<String> before = new HashSet<>();
    List<JsonNode> unmarked = new ArrayList<>();
    for (JsonNode page : receiver.pages()) {
      String what = page.path("incident").asText() + page.path("person").asText();
      boolean marked = page.has("restoredTo") || page.path("outcomeUnknown").asBoolean();
      if (!before.add(what) && !marked) {
        unmarked.add(page);
      }
    }
    return unmarked;
  }
}
