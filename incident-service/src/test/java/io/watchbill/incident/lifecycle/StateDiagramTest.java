package io.watchbill.incident.lifecycle;

import static io.watchbill.incident.lifecycle.LifecycleTest.ALERTS;
import static io.watchbill.incident.lifecycle.LifecycleTest.ALICE;
import static io.watchbill.incident.lifecycle.LifecycleTest.T0;
import static io.watchbill.incident.lifecycle.LifecycleTest.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generates the page of the states by trying every event in every situation. */
class StateDiagramTest {
  private static final Path PAGE = Path.of("../docs/states.md");
  private static final Instant NOW = T0.plus(Duration.ofDays(2));
  private static final Instant END = T0.plus(Duration.ofDays(1));

  private static final AlertChanges WORSE =
      new AlertChanges(List.of("b"), Optional.of(Severity.P0), Set.of());
  private static final AlertChanges NEW =
      new AlertChanges(List.of("a"), Optional.of(Severity.P2), Set.of());

  private static final List<Function<Lifecycle, Decision>> EVENTS =
      List.of(
          life -> life.acknowledge(ALICE, NOW),
          life -> life.acknowledgePage(1, Branch.MAIN, ALICE, NOW, NOW),
          life -> life.acknowledgePage(1, new Branch("night"), ALICE, NOW, NOW),
          life -> life.unacknowledge(ALICE, NOW, TIMES),
          life -> life.resolve(ALICE, NOW, Optional.empty()),
          life -> life.reopen(ALICE, NOW, TIMES),
          life -> life.alerts().arrived(NEW, ALERTS, NOW, TIMES),
          life -> life.alerts().arrived(WORSE, ALERTS, NOW, TIMES),
          life -> life.alerts().arrived(AlertChanges.REPEAT, ALERTS, NOW, TIMES),
          life -> life.alerts().ended(true, ALERTS, NOW),
          life -> life.alerts().ended(false, ALERTS, NOW),
          life -> life.alerts().knownEnded(ALERTS, NOW),
          life -> life.alerts().someEnded(2, ALERTS, NOW),
          life -> life.edits().changeSeverity(Severity.P0, "why", ALICE, NOW, TIMES),
          life -> life.edits().changeSeverity(Severity.P3, "why", ALICE, NOW, TIMES),
          life -> life.assign("team b", "why", ALICE, NOW, TIMES),
          life -> life.mutes().mute(NOW.plusSeconds(60), "why", ALICE, NOW),
          life -> life.mutes().snooze(NOW.plusSeconds(60), "why", ALICE, NOW),
          life -> life.mutes().unmute(ALICE, NOW, TIMES),
          life -> life.timed().muteDue(NOW, TIMES),
          life -> life.timed().acknowledgementDue(NOW),
          life -> life.timed().acknowledgementTimedOut(Optional.of(END), NOW, TIMES),
          life -> life.roleChanges().assign(IncidentRole.COMMANDER, "bob", ALICE, NOW),
          life -> life.roleChanges().release(IncidentRole.COMMANDER, ALICE, NOW),
          life -> life.edits().changeTags(Set.of("x"), ALICE, NOW),
          life -> life.edits().held(true, "why", ALICE, NOW),
          life -> life.edits().comment("words", ALICE, NOW));

  @Test
  void thePageShowsWhatTheStatesDo() throws IOException {
    String expected = page();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/states.md"), expected);

    assertThat(PAGE).as("cp incident-service/target/states.md docs/states.md").hasContent(expected);
  }

  @Test
  void everyStateIsTried() {
    Set<Class<?>> tried =
        situations().map(life -> life.state().getClass()).collect(Collectors.toSet());

    assertThat(tried).isEqualTo(states(State.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> states(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StateDiagramTest::states)
        : Stream.of(type);
  }

  /** Each state, in each way of being in it that makes a difference. */
  private static Stream<Lifecycle> situations() {
    Lifecycle triggered = Lifecycle.open(Severity.P2, Set.of(), "disk", ALERTS, T0, TIMES).next();
    Lifecycle acknowledged = triggered.acknowledge(ALICE, T0).next();
    return Stream.of(
        triggered,
        triggered.mutes().mute(END, "why", ALICE, T0).next(),
        acknowledged,
        acknowledged.mutes().mute(END, "why", ALICE, T0).next(),
        acknowledged.mutes().snooze(END, "why", ALICE, T0).next(),
        triggered.resolve(ALICE, T0, Optional.of(Duration.ofDays(9))).next(),
        triggered.alerts().ended(true, ALERTS, T0).next());
  }

  private static String page() {
    Set<String> lines = new TreeSet<>();
    situations().forEach(life -> EVENTS.forEach(event -> line(life, event).ifPresent(lines::add)));
    return """
    # The states of an incident

    Generated from the states by `StateDiagramTest`, which tries everything that can happen in every state. Each arrow
    has the reason of the decision; an arrow to *triggered* begins a new round, which pages anew. What has no arrow
    stays in its state: comments, tags, roles, repeats of alerts, a change of the severity that is not muted, the breach of the
    acknowledgement clock. A mute is no state: a triggered or acknowledged incident is muted besides.

    ```mermaid
    stateDiagram-v2
        [*] --> triggered : opened
    %s
    ```

    Each state is a type in `incident-service`'s package `lifecycle` and answers every event itself (`Transitions`).
    A new state is another record under `Open` (people work on it) or beside `Resolved`; the compiler then names every
    place that must know of it.
    """
        .formatted(String.join("\n", lines));
  }

  private static Optional<String> line(Lifecycle from, Function<Lifecycle, Decision> event) {
    Decision decision = event.apply(from);
    Lifecycle to = decision.next();
    boolean moves =
        from.round() != to.round() || !from.state().kind().word().equals(to.state().kind().word());
    String reason = decision.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return moves
        ? Optional.of(
            "    %s --> %s : %s"
                .formatted(from.state().kind().word(), to.state().kind().word(), reason))
        : Optional.empty();
  }
}
