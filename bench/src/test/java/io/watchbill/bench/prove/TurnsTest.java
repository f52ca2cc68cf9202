package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.prove.Disturbance.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over five runs, in each of which there is time for a few, everything is broken once. */
class TurnsTest {
  private static final int RUNS = 5;

  /** What a run of one minute has time for, beside the two of the database. */
  private static final int OF_A_RUN = 5;

  private static final List<String> REPLICAS =
      List.of(
          "incident-1", "incident-2", "rotation-1", "rotation-2", "escalation-1", "escalation-2");

  private static final Map<Kind, List<String>> ALL = all();

  private static Map<Kind, List<String>> all() {
    Map<Kind, List<String>> all = new EnumMap<>(Kind.class);
    all.put(Kind.KILL, REPLICAS);
    all.put(Kind.PROVIDER, List.of("fails", "drops", "hangs"));
    all.put(Kind.STANDSTILL, List.of("stop escalation-1", "stop escalation-2"));
    all.put(Kind.BUSY, List.of("busy"));
    all.put(Kind.SLOW_DISK, List.of("disk"));
    all.put(Kind.SLOW_DATABASE, List.of("far"));
    all.put(Kind.VIEWER, List.of("of incident", "of rotation", "of escalation"));
    return all;
  }

  private static List<String> dealt(Turns turns, int many) {
    return IntStream.range(0, many).mapToObj(i -> turns.next(ALL)).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 987_654, -5, 20_261_129})
  void fiveRunsHitEveryKindAndAttackEveryServiceWhateverTheSeed(long seed) {
    Turns turns = new Turns(seed);
    Set<String> seen = new TreeSet<>();
    for (int run = 0; run < RUNS; run++) {
      seen.addAll(dealt(turns, OF_A_RUN));
    }

    ALL.forEach((kind, cases) -> assertThat(seen).containsAnyElementsOf(cases));
    assertThat(seen).containsAll(ALL.get(Kind.VIEWER)).containsAll(ALL.get(Kind.PROVIDER));
  }

  @Test
  void oneRoundOfTheKindsHasEachOnce() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String one : dealt(new Turns(7), ALL.size())) {
      ALL.forEach(
          (kind, cases) -> cases.stream().filter(one::equals).forEach(c -> kinds.add(kind)));
    }

    assertThat(kinds).isEqualTo(ALL.keySet());
  }

  @Test
  void theSameSeedBreaksTheSame() {
    assertThat(dealt(new Turns(42), 60)).isEqualTo(dealt(new Turns(42), 60));
    assertThat(dealt(new Turns(42), 60)).isNotEqualTo(dealt(new Turns(43), 60));
  }

  @Test
  void ofAKindEachCaseComesBeforeOneComesAgain() {
    List<String> viewers = new ArrayList<>(dealt(new Turns(3), 3 * ALL.size()));
    viewers.retainAll(ALL.get(Kind.VIEWER));

    assertThat(viewers).containsExactlyInAnyOrderElementsOf(ALL.get(Kind.VIEWER));
  }
}
