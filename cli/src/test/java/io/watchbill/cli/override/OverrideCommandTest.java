package io.watchbill.cli.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverrideCommandTest {
  private static final String[] COMMAND = {
    "override", "security", "primary", "bob", "--to", "2026-12-02T09:00"
  };
  private Services services;

  @BeforeEach
  void start() throws Exception {
    services =
        new Services()
            .on(
                "POST /v1/rotations/security/preview/override",
                """
                {"changes": [
                   {"role": "primary", "person": "alice", "change": "lost",
                    "from": "2026-12-01T08:00:00Z", "to": "2026-12-07T08:00:00Z"},
                   {"role": "primary", "person": "alice", "change": "gained",
                    "from": "2026-12-02T08:00:00Z", "to": "2026-12-07T08:00:00Z"},
                   {"role": "primary", "person": "bob", "change": "gained",
                    "from": "2026-12-01T08:00:00Z", "to": "2026-12-02T08:00:00Z"}],
                 "gapsBefore": [{"role": "lead", "start": "2026-12-01T08:00:00Z", "end": null}],
                 "gapsAfter": [{"role": "lead", "start": "2026-12-01T08:00:00Z", "end": null},
                               {"role": "secondary", "start": "2026-12-01T08:00:00Z",
                                "end": "2026-12-02T08:00:00Z"}]}
                """)
            .on(
                "POST /v1/rotations/security/overrides",
                201,
                """
                {"id": "7", "person": "bob", "role": "primary", "from": "2026-12-01T08:00:00Z",
                 "to": "2026-12-02T08:00:00Z"}
                """);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void whatItChangesIsShownBeforeItIsConfirmed() {
    WbRun.Result run = WbRun.of(services).typing("y\n").run(COMMAND);

    assertThat(run.err())
        .isEqualTo(
            """
            CHANGE      WHO     ROLE       FROM                 TO
            - relieved  alice   primary    Tue 1 Dec 09:00 CET  Wed 2 Dec 09:00 CET
            + on call   bob     primary    Tue 1 Dec 09:00 CET  Wed 2 Dec 09:00 CET
            ! gap       nobody  secondary  Tue 1 Dec 09:00 CET  Wed 2 Dec 09:00 CET
            Put bob on call as primary of security? [y/N] \
            """);
    assertThat(run.out())
        .isEqualTo(
            "bob is on call as primary of security from Tue 1 Dec 09:00 CET to"
                + " Wed 2 Dec 09:00 CET (override 7).\n");
    assertThat(services.requests().getLast().body())
        .isEqualTo(
            "{\"role\":\"primary\",\"kind\":\"replace\",\"person\":\"bob\","
                + "\"to\":\"2026-12-02T08:00:00Z\"}");
  }

  @Test
  void onlyWhatReallyChangesIsShown() {
    // Alice's shift is lost as a whole and gained again without a day: that day is the change.
    WbRun.Result run = WbRun.of(services).run(with("--preview"));

    assertThat(run.out().lines().filter(line -> line.contains("alice"))).hasSize(1);
  }

  @Test
  void whoAnswersNoChangesNothing() {
    WbRun.Result run = WbRun.of(services).typing("\n").run(COMMAND);

    assertThat(run.err()).endsWith("wb: nothing was done\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(services.lines()).noneMatch(line -> line.endsWith("/overrides"));
  }

  @Test
  void aScriptHasToSayYes() {
    WbRun.Result run = WbRun.of(services).input("y\n").run(COMMAND);

    assertThat(run.err())
        .endsWith("wb: nobody is there to confirm it; repeat the command with --yes\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(services.lines()).noneMatch(line -> line.endsWith("/overrides"));
  }

  @Test
  void aScriptThatSaysYesGetsTheOverride() {
    WbRun.Result run = WbRun.of(services).run(with("--yes", "-o", "json"));

    assertThat(run.out()).startsWith("{\n  \"id\": \"7\",");
    assertThat(run.code()).isZero();
  }

  @Test
  void aPreviewDoesNothing() {
    WbRun.Result run = WbRun.of(services).run(with("--preview"));

    assertThat(run.out()).contains("+ on call   bob");
    assertThat(services.lines())
        .containsExactly("POST /v1/rotations/security/preview/override?days=3");
  }

  @Test
  void theEndComesAfterTheBeginning() {
    WbRun.Result run = WbRun.of(services).run(with("--from", "2026-12-03"));

    assertThat(run.err()).isEqualTo("wb: --to must be after --from\n");
    assertThat(services.requests()).isEmpty();
  }

  private static String[] with(String... more) {
    String[] all = Arrays.copyOf(COMMAND, COMMAND.length + more.length);
    System.arraycopy(more, 0, all, COMMAND.length, more.length);
    return all;
  }
}
