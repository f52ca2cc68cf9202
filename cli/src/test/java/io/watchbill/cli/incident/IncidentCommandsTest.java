package io.watchbill.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentCommandsTest {
  private static final String ONE =
      """
      {"id": "01a", "reference": "INC-1", "title": "Disk\\u001b[2J\\nfull", "severity": "P1",
       "team": "shop", "state": "acknowledged", "createdAt": "2026-12-01T07:55:00Z",
       "acknowledged": {"by": "bob"}, "mute": null, "tags": []}
      """;
  private static final String TWO =
      """
      {"id": "02b", "reference": "INC-2", "title": "Nothing works", "severity": "P3",
       "team": "shop", "state": "triggered", "createdAt": "2026-11-29T07:55:00Z"}
      """;

  private Services services;

  @BeforeEach
  void start() throws Exception {
    services = new Services();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void openIncidentsAreListedOneALine() {
    services.on("GET /v1/incidents", "{\"items\": [%s, %s]}".formatted(ONE, TWO));

    WbRun.Result run = WbRun.of(services).run("incidents", "--severity", "p1", "--tag", "a&b");

    assertThat(run.out())
        .isEqualTo(
            """
            INCIDENT  SEV  STATE                TEAM  OPENED                AGE  TITLE
            INC-1     P1   acknowledged by bob  shop  Tue 1 Dec 08:55 CET   5m   Disk\uFFFD[2J full
            INC-2     P3   triggered            shop  Sun 29 Nov 08:55 CET  2d   Nothing works
            """);
    assertThat(services.lines())
        .containsExactly("GET /v1/incidents?severity=P1&tag=a%26b&limit=100&state=open");
  }

  @Test
  void programsGetAListWithoutControlCharacters() {
    services.on("GET /v1/incidents", "{\"items\": [%s]}".formatted(ONE));

    WbRun.Result run = WbRun.of(services).run("incidents", "-o", "json");

    assertThat(run.out()).startsWith("[\n  {\n").contains("\"Disk\\u001B[2J\\nfull\"");
  }

  @Test
  void noneAreAnEmptyListForProgramsAndAWordForPeople() {
    services.on("GET /v1/incidents", "{\"items\": []}");

    assertThat(WbRun.of(services).run("incidents", "-o", "json").out()).isEqualTo("[]\n");
    assertThat(WbRun.of(services).run("incidents"))
        .isEqualTo(new WbRun.Result(0, "", "No incidents.\n"));
  }

  @Test
  void whatIsLeftOutByTheLimitIsSaid() {
    services.on("GET /v1/incidents", "{\"items\": [%s, %s]}".formatted(ONE, TWO));

    WbRun.Result run = WbRun.of(services).run("incidents", "--limit", "1");

    assertThat(run.err()).isEqualTo("There are more; --limit shows them.\n");
    assertThat(run.out()).doesNotContain("INC-2");
  }

  @Test
  void mineAreThoseThatIAcknowledgedOrWasPagedFor() {
    services
        .on("GET /v1/me", "{\"kind\": \"person\", \"id\": \"bob\"}")
        .on("GET /v1/incidents", "{\"items\": [%s, %s]}".formatted(ONE, TWO))
        .on("GET /v1/pages", "{\"items\": []}");

    assertThat(WbRun.of(services).run("incidents", "--mine").out())
        .contains("INC-1")
        .doesNotContain("INC-2");
  }

  @Test
  void mineAreThoseThatPagedMe() {
    services
        .on("GET /v1/me", "{\"kind\": \"person\", \"id\": \"carol\"}")
        .on("GET /v1/incidents", "{\"items\": [%s, %s]}".formatted(ONE, TWO))
        .on("GET /v1/pages", "{\"items\": [{\"incident\": \"02b\"}]}");

    assertThat(WbRun.of(services).run("incidents", "--mine").out())
        .contains("INC-2")
        .doesNotContain("INC-1");
    assertThat(services.lines().getLast()).contains("person=carol");
  }

  @Test
  void mineNeedsToKnowWhoIAm() {
    WbRun.Result run = WbRun.of(services).run("incidents", "--mine");

    assertThat(run.err()).contains("run wb login with your own");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anIncidentIsShownWholeWithItsTimeline() {
    services
        .on("GET /v1/incidents/INC-1", ONE)
        .on(
            "GET /v1/incidents/INC-1/timeline",
            """
            {"items": [{"at": "2026-12-01T07:55:00Z", "text": "opened"},
                       {"at": "2026-12-01T07:56:00Z", "text": "bob: first\\nsecond\\u009b"}]}
            """);

    assertThat(WbRun.of(services).columns(30).run("incident", "show", "INC-1").out())
        .isEqualTo(
            """
            Incident  INC-1
            Title     Disk\uFFFD[2J full
            Severity  P1
            State     acknowledged by bob
            Team      shop
            Opened    Tue 1 Dec 08:55 CET

            AT                   WHAT
            Tue 1 Dec 08:55 CET  opened
            Tue 1 Dec 08:56 CET  bob: first
                                 second\uFFFD
            """);
    assertThat(WbRun.of(services).run("incident", "show", "INC-1", "-o", "yaml").out())
        .contains(
            "reference: \"INC-1\"",
            "timeline:\n  - at: \"2026-12-01T07:55:00Z\"\n    text: opened");
  }

  @Test
  void acknowledgingSaysWhatIsSoNow() {
    services.on("POST /v1/incidents/INC-1/acknowledge", ONE);

    WbRun.Result run = WbRun.of(services).run("incident", "ack", "INC-1", "--note", "on it");

    assertThat(run.out()).isEqualTo("INC-1 is acknowledged by bob: Disk\uFFFD[2J full\n");
    assertThat(services.requests().getFirst().body()).isEqualTo("{\"note\":\"on it\"}");
  }

  @Test
  void oneThatFailsDoesNotStopTheOthers() {
    services.on("POST /v1/incidents/INC-1/resolve", ONE);

    WbRun.Result run = WbRun.of(services).run("incident", "resolve", "INC-9", "INC-1");

    assertThat(run.out()).startsWith("INC-1 is");
    assertThat(run.err()).isEqualTo("wb: INC-9: There is no such thing\nwb: 1 of 2 failed\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void aNoteIsWhatWasTypedOrWhatComesIn() {
    services.on("POST /v1/incidents/INC-1/comment", ONE);

    WbRun.of(services).run("incident", "note", "INC-1", "our", "scanner");
    WbRun.of(services).input("one\ntwo\n").run("incident", "note", "INC-1");

    assertThat(services.requests())
        .extracting(Services.Request::body)
        .containsExactly("{\"text\":\"our scanner\"}", "{\"text\":\"one\\ntwo\"}");
  }

  @Test
  void aNoteMayBeginLikeAFileOrAnOption() {
    services.on("POST /v1/incidents/INC-1/comment", ONE);

    WbRun.of(services).run("incident", "note", "INC-1", "@bob", "--", "-x");

    assertThat(services.requests().getFirst().body()).isEqualTo("{\"text\":\"@bob -x\"}");
  }

  @Test
  void aSnoozeEndsAtATimeOrAfterOne() {
    services.on("POST /v1/incidents/INC-1/snooze", ONE);

    WbRun.of(services).run("incident", "snooze", "INC-1", "--for", "2h", "--reason", "x");
    WbRun.of(services).run("incident", "snooze", "INC-1", "--until", "10:00", "--reason", "x");

    assertThat(services.requests())
        .extracting(Services.Request::body)
        .containsExactly(
            "{\"until\":\"2026-12-01T10:00:00Z\",\"reason\":\"x\"}",
            "{\"until\":\"2026-12-01T09:00:00Z\",\"reason\":\"x\"}");
  }
}
