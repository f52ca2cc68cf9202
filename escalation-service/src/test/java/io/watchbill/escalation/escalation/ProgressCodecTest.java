package io.watchbill.escalation.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.BranchProgress;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.plan.progress.StepProgress;
import io.watchbill.kit.json.JsonRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What runs goes on across versions of this service: old progress is read, new one too. */
class ProgressCodecTest {
  private static final String FIRST_ENGINE =
      """
      {"decidedAt": "2026-03-02T02:00:00Z", "alarms": ["NOBODY_ON_CALL"],
       "branches": {"main": {"run": 1, "start": "2026-03-02T02:00:00Z", "paged": true,
                             "exhausted": false}},
       "steps": [{"next": 1, "firstDue": "2026-03-02T02:00:00.000001Z", "settled": [],
                  "paged": false},
                 {"next": 0, "firstDue": null, "settled": [0, 2], "paged": true}]}
      """;

  private final ProgressCodec codec = new ProgressCodec(mapper());

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());
    new JsonRules().customize(mapper);
    return mapper;
  }

  @Test
  void progressOfTheFirstEngineIsRead() {
    Progress progress = codec.read(FIRST_ENGINE);

    assertThat(progress.branches().get(Branch.MAIN).run()).isEqualTo(1);
    assertThat(progress.branches().get(Branch.MAIN).lastEvent()).isNull();
    assertThat(progress.steps().get(0).firstDue()).isEqualTo("2026-03-02T02:00:00.000001Z");
    assertThat(progress.steps().get(1).settled()).containsExactly(0, 2);
    assertThat(progress.steps()).allSatisfy(step -> assertThat(step.held()).isNull());
    assertThat(progress.steps()).allSatisfy(step -> assertThat(step.countsFrom()).isNull());
    assertThat(progress.pagedRoles()).isEmpty();
  }

  @Test
  void progressIsReadAsItWasWritten() {
    Instant now = Instant.parse("2026-03-02T02:00:00.000001Z");
    Held held = new Held("one", Branch.MAIN, 0, 0, now, null, "nobody is on call");
    Progress progress =
        new Progress(
            now,
            Map.of(Branch.MAIN, new BranchProgress(0, now, true, false, now)),
            List.of(new StepProgress(1, now, now, new TreeSet<>(List.of(1)), true, held)),
            new TreeSet<>(),
            List.of(
                new PagedRole(
                    Branch.MAIN,
                    "security",
                    "primary",
                    new StepKey(0, 1, 2),
                    List.of("alice"),
                    now,
                    3)));

    assertThat(codec.read(codec.write(progress))).isEqualTo(progress);
  }

  @Test
  void fieldsOfANewerEngineAreIgnored() {
    assertThat(codec.read(FIRST_ENGINE.replace("\"paged\": true", "\"paged\": true, \"new\": 1")))
        .isEqualTo(codec.read(FIRST_ENGINE));
  }
}
