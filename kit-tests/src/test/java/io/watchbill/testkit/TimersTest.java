package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers fire when their time has come. */
@QuarkusTest
class TimersTest extends OfThings {
  @Inject Database database;

  @Test
  void aTimerFiresWhenItsTimeHasComeAndNotBefore() {
    String id = unique("timed");
    make(id);
    assertThat(events.fired()).doesNotContain(id);
    time.advance(Duration.ofMinutes(61));
    await().untilAsserted(() -> assertThat(events.fired()).containsOnlyOnce(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "refused"})
  void aTimerThatFailsComesAgainAndHoldsNobodyUp(String how) {
    String broken = unique(how);
    String sound = unique("sound");
    make(broken);
    make(sound);
    time.advance(Duration.ofMinutes(61));
    await().untilAsserted(() -> assertThat(events.fired()).contains(sound, broken));
    time.advance(Duration.ofMinutes(2));
    await()
        .untilAsserted(() -> assertThat(events.fired().stream().filter(broken::equals)).hasSize(2));
  }

  @Test
  void manyThatAreDueTogetherFireInFewTransactions() {
    List<String> ids = IntStream.range(0, 60).mapToObj(i -> unique("many")).toList();
    ids.forEach(OfThings::make);

    time.advance(Duration.ofMinutes(61));

    await().untilAsserted(() -> assertThat(events.fired()).containsAll(ids));
    assertThat(events.batches()).allMatch(size -> size <= 20).anyMatch(size -> size == 20);
    assertThat(events.fired().stream().filter(ids::contains)).doesNotHaveDuplicates();
  }

  @Test
  void oneThatFailsAmongManyFailsAlone() {
    List<String> ids = IntStream.range(0, 10).mapToObj(i -> unique("many")).toList();
    String refused = unique("refused");
    ids.forEach(OfThings::make);
    make(refused);

    time.advance(Duration.ofMinutes(61));

    await().untilAsserted(() -> assertThat(events.fired()).containsAll(ids).contains(refused));
    await().untilAsserted(() -> assertThat(notes(ids)).hasSize(10).containsOnly("touched"));
    time.advance(Duration.ofMinutes(2));
    await().untilAsserted(() -> assertThat(notes(List.of(refused))).containsOnly("touched"));
  }

  private List<String> notes(List<String> ids) {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT coalesce(note, '') AS note FROM thing WHERE id = ANY($1)",
                    (Object) ids.toArray(String[]::new))
                .stream()
                .map(row -> row.getString("note"))
                .toList());
  }
}
