package io.watchbill.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageCommandTest {
  private static final String INCIDENT =
      "{\"id\": \"01a\", \"reference\": \"INC-1\", \"title\": \"Down\"}";
  private static final String ESCALATED =
      "{\"paged\": [\"carol\"], \"unreachable\": [\"dana\"], \"reason\": \"cross team\"}";

  private Services services;

  @BeforeEach
  void start() throws Exception {
    services =
        new Services()
            .on("GET /v1/people/carol", "{\"id\": \"carol\", \"team\": \"security\"}")
            .on(
                "GET /v1/rotations/shop",
                "{\"id\": \"shop\", \"team\": \"web\", \"roles\": [{\"name\": \"primary\"}]}")
            .on("GET /v1/incidents/INC-1", INCIDENT)
            .on("POST /v1/incidents", 201, INCIDENT)
            .on("POST /v1/incidents/01a/comment", INCIDENT);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void aPersonIsPagedAboutAnIncidentOfTheirTeam() {
    services.on("POST /v1/escalations/01a/escalate", ESCALATED);

    WbRun.Result run = WbRun.of(services).run("page", "carol", "-m", "Down", "--yes");

    assertThat(run.out()).isEqualTo("Paged carol about INC-1.\n");
    assertThat(run.err()).isEqualTo("wb: not paged, without a contact method: dana\n");
    assertThat(body("POST /v1/incidents"))
        .isEqualTo("{\"severity\":\"P2\",\"team\":\"security\",\"title\":\"Down\"}");
    assertThat(body("POST /v1/escalations/01a/escalate"))
        .isEqualTo("{\"reason\":\"cross-team\",\"to\":{\"person\":\"carol\"}}");
  }

  @Test
  void theTeamIsTheOneThatThePersonIsAMemberOf() {
    services
        .on("GET /v1/people/dana", "{\"id\": \"dana\", \"team\": null}")
        .on(
            "GET /v1/teams",
            """
            {"items": [{"id": "legal", "members": ["dana"]}, {"id": "web", "members": ["carol"]}]}
            """)
        .on("POST /v1/escalations/01a/escalate", ESCALATED);

    WbRun.of(services).run("page", "dana", "-m", "Down", "--yes");

    assertThat(body("POST /v1/incidents")).contains("\"team\":\"legal\"");
  }

  @Test
  void ofSeveralTeamsOneIsToBeNamed() {
    services
        .on("GET /v1/people/dana", "{\"id\": \"dana\"}")
        .on(
            "GET /v1/teams",
            """
            {"items": [{"id": "legal", "members": ["dana"]}, {"id": "web", "members": ["dana"]}]}
            """);

    WbRun.Result run = WbRun.of(services).run("page", "dana", "-m", "Down", "--yes");

    assertThat(run.err())
        .isEqualTo("wb: dana belongs to several teams; name one with --team: legal, web\n");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aRotationStandsForItsFirstRole() {
    services.on("POST /v1/escalations/01a/escalate", ESCALATED);

    WbRun.of(services).run("page", "shop", "-m", "Down", "--yes", "--severity", "p1");

    assertThat(body("POST /v1/incidents")).contains("\"severity\":\"P1\",\"team\":\"web\"");
    assertThat(body("POST /v1/escalations/01a/escalate"))
        .contains("{\"rotation\":\"shop\",\"role\":\"primary\"}");
  }

  @Test
  void whatDoesNotFitIntoTheTitleIsANote() {
    services.on("POST /v1/escalations/01a/escalate", ESCALATED);

    WbRun.of(services).run("page", "carol", "-m", "Down\nsince noon", "--yes");

    assertThat(body("POST /v1/incidents")).contains("\"title\":\"Down\"");
    assertThat(body("POST /v1/incidents/01a/comment"))
        .isEqualTo("{\"text\":\"Down\\nsince noon\"}");
  }

  @Test
  void theEscalationServiceIsWaitedForUntilItKnowsTheIncident() {
    services
        .on("POST /v1/escalations/01a/escalate", 404, "{\"detail\": \"Not known.\"}")
        .on("POST /v1/escalations/01a/escalate", 404, "{\"detail\": \"Not known.\"}")
        .on("POST /v1/escalations/01a/escalate", ESCALATED);

    assertThat(WbRun.of(services).run("page", "carol", "-m", "Down", "--yes").code()).isZero();
  }

  @Test
  void thatNobodyCouldBePagedIsNotTakenForNothingDone() {
    services.on("POST /v1/escalations/01a/escalate", 409, "{\"detail\": \"No contact method.\"}");

    WbRun.Result run = WbRun.of(services).run("page", "carol", "-m", "Down", "--yes");

    assertThat(run.err())
        .isEqualTo(
            "wb: INC-1 is open and its policy pages, but nobody was paged by hand: No contact"
                + " method\n");
    assertThat(run.code()).isEqualTo(6);
  }

  @Test
  void nobodyIsPagedWithoutAYes() {
    WbRun.Result run = WbRun.of(services).typing("n\n").run("page", "carol", "-m", "Down");

    assertThat(run.err())
        .startsWith("Open a P2 incident of team security, and page carol: Down? [y/N] ");
    assertThat(services.lines()).noneMatch(line -> line.startsWith("POST"));
  }

  @Test
  void whoIsNotThereIsNotPaged() {
    WbRun.Result run = WbRun.of(services).run("page", "zoe", "-m", "Down", "--yes");

    assertThat(run.err()).isEqualTo("wb: there is no person and no rotation 'zoe'\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void aNameThatMeansTwoIsAskedAbout() {
    services.on("GET /v1/people/shop", "{\"id\": \"shop\"}");

    WbRun.Result run = WbRun.of(services).run("page", "shop", "-m", "Down", "--yes");

    assertThat(run.err()).contains("say person:shop or shop/ROLE");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anIncidentIsEscalatedToWhomIsNamed() {
    services.on("POST /v1/escalations/01a/escalate", ESCALATED);

    WbRun.Result run =
        WbRun.of(services)
            .typing("yes\n")
            .run("incident", "escalate", "INC-1", "--to", "shop/lead", "--reason", "media");

    assertThat(run.err()).startsWith("Page the lead of shop about INC-1 (Down)? [y/N] ");
    assertThat(run.out()).isEqualTo("Paged carol about INC-1.\n");
    assertThat(body("POST /v1/escalations/01a/escalate"))
        .isEqualTo("{\"reason\":\"media\",\"to\":{\"rotation\":\"shop\",\"role\":\"lead\"}}");
  }

  private String body(String line) {
    return services.requests().stream()
        .filter(request -> request.line().equals(line))
        .toList()
        .getLast()
        .body();
  }
}
