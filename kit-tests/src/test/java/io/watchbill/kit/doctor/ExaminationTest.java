package io.watchbill.kit.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExaminationTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private record Looking(String name, Supplier<List<Finding>> at) implements Check {
    @Override
    public List<Finding> look() {
      return at.get();
    }
  }

  private static Check fine(String name) {
    return new Looking(name, () -> List.of(Finding.ok(name, "fine")));
  }

  private static Check failing(String name, RuntimeException failure) {
    return new Looking(
        name,
        () -> {
          throw failure;
        });
  }

  private static Check hanging(String name) {
    return new Looking(
        name,
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        });
  }

  private static List<Finding> examined(Duration deadline, Check... checks) throws Exception {
    return new Examination(List.of(checks), deadline).findings();
  }

  @Test
  void findingsComeInTheOrderOfTheirChecks() throws Exception {
    assertThat(examined(LONG, fine("peers"), fine("clock"), fine("loops")))
        .extracting(Finding::check)
        .containsExactly("clock", "loops", "peers");
  }

  @Test
  void aCheckThatFailsIsAFindingAndTheOthersAreMade() throws Exception {
    assertThat(examined(LONG, failing("a", new IllegalStateException("secret")), fine("b")))
        .extracting(Finding::check, Finding::verdict, Finding::text)
        .containsExactly(
            tuple(
                "a", Verdict.FAIL, "This could not be looked at because the check itself failed."),
            tuple("b", Verdict.OK, "fine"));
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
    assertThat(examined(LONG, failing("a", new DatabaseUnavailableException("x", new Exception()))))
        .extracting(Finding::text)
        .containsExactly(
            "This could not be looked at because the database did not answer in time.");
  }

  @Test
  void aCheckThatHangsEndsWithTheDeadline() throws Exception {
    assertThat(examined(Duration.ofSeconds(1), hanging("a"), fine("b"), fine("c")))
        .extracting(Finding::check, Finding::verdict, Finding::text)
        .containsExactly(
            tuple("a", Verdict.FAIL, "This could not be looked at in 1 seconds."),
            tuple("b", Verdict.OK, "fine"),
            tuple("c", Verdict.OK, "fine"));
  }

  @Test
  void twoChecksAtMostAreMadeAtOnce() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Check counting =
        new Looking(
            "counting",
            () -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.yield();
              now.decrementAndGet();
              return List.of();
            });

    examined(LONG, counting, counting, counting, counting, counting, counting);

    assertThat(most.get()).isBetween(1, 2);
  }
}
