package io.watchbill.cli.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnCallCommandTest {
  private static final String ON_CALL =
      """
      {"items": [{"rotation": "security", "role": "primary", "people": ["alice", "bob"],
                  "until": "2026-12-07T17:00:00Z", "next": {"people": ["carol"]}},
                 {"rotation": "security", "role": "lead", "people": ["carol"], "until": null,
                  "next": null}],
       "gaps": [{"rotation": "company", "role": "cto", "byDesign": false, "next": null},
                {"rotation": "company", "role": "legal", "byDesign": true,
                 "next": {"people": ["dana"], "start": "2026-12-02T08:00:00Z"}}]}
      """;

  private Services services;

  @BeforeEach
  void start() throws Exception {
    services = new Services().on("GET /v1/on-call", ON_CALL);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void itShowsWhoAndUntilWhenAndWhoIsNext() {
    WbRun.Result run = WbRun.of(services).run("oncall");

    assertThat(run.out())
        .isEqualTo(
            """
            ROTATION  ROLE     ON CALL                UNTIL                NEXT
            security  primary  alice, bob             Mon 7 Dec 18:00 CET  carol
            security  lead     carol                  always
            company   cto      NOBODY                 -
            company   legal    nobody, outside hours  Wed 2 Dec 09:00 CET  dana
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void timesCanBeInUtc() {
    assertThat(WbRun.of(services).run("oncall", "--utc").out()).contains("Mon 7 Dec 17:00 UTC");
  }

  @Test
  void programsGetWhatTheServiceSays() {
    assertThat(WbRun.of(services).run("-o", "yaml", "oncall").out())
        .startsWith(
            "items:\n  - rotation: security\n    role: primary\n    people:\n      - alice\n");
  }

  @Test
  void theInstantIsReadOnTheWallClock() {
    WbRun.of(services).run("oncall", "--at", "2026-12-24T02:00");

    assertThat(services.lines()).containsExactly("GET /v1/on-call?at=2026-12-24T01%3A00%3A00Z");
  }

  @Test
  void aTeamThatDoesNotExistIsNotATeamWithoutAnybody() {
    WbRun.Result run = WbRun.of(services).run("oncall", "nobody");

    assertThat(run.err()).isEqualTo("wb: There is no such thing\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void colourIsForTerminalsOnlyAndCanBeTurnedOff() {
    assertThat(WbRun.of(services).colours().run("oncall").out()).contains("\033[31mNOBODY\033[0m");
    assertThat(WbRun.of(services).colours().run("oncall", "--no-color").out())
        .doesNotContain("\033");
  }

  @Test
  void watchingShowsItAgainEveryTwoSeconds() {
    WbRun wb = WbRun.of(services).interruptedAtPause(3);

    WbRun.Result run = wb.run("oncall", "--watch", "-o", "json");

    assertThat(run.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"items\":["));
    assertThat(wb.pauses()).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void watchingGoesOnWhileAServiceIsAway() throws Exception {
    try (Services again = new Services()) {
      again.on("GET /v1/on-call", 302, "").on("GET /v1/on-call", ON_CALL);

      WbRun.Result run = WbRun.of(again).interruptedAtPause(2).run("oncall", "--watch");

      assertThat(run.err()).contains("answers with a redirection");
      assertThat(run.out()).contains("alice, bob");
    }
  }
}
