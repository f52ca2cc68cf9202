package io.watchbill.kit.doctor;

import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Lane;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs checks two at a time, so that they take two connections of the loops at most, and for no
 * longer than a deadline. A check that fails or takes too long is a finding.
 */
final class Examination {
  private static final Logger LOG = Logger.getLogger(Examination.class);
  private static final int AT_ONCE = 2;

  private final List<Check> checks;
  private final Duration deadline;

  Examination(Collection<Check> checks, Duration deadline) {
    this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    this.deadline = deadline;
  }

  /** Returns what all checks found, in the order of their names. */
  List<Finding> findings() throws InterruptedException {
    List<Future<List<Finding>>> looks = new ArrayList<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("doctor-", 0).factory());
    try {
      looks.addAll(threads.invokeAll(all(), deadline.toMillis(), TimeUnit.MILLISECONDS));
    } finally {
      threads.shutdownNow();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      findings.addAll(found(checks.get(i).name(), looks.get(i)));
    }
    return findings;
  }

  private List<Callable<List<Finding>>> all() {
    List<Callable<List<Finding>>> all = new ArrayList<>();
    checks.forEach(check -> all.add(() -> Lane.ofLoops(check::look)));
    return all;
  }

  private List<Finding> found(String check, Future<List<Finding>> look)
      throws InterruptedException {
    try {
      return look.get();
    } catch (CancellationException e) {
      return notSeen(check, "in %d seconds".formatted(deadline.toSeconds()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DatabaseUnavailableException) {
        return notSeen(check, "because the database did not answer in time");
      }
      LOG.warnf(e.getCause(), "the check '%s' failed", check);
      return notSeen(check, "because the check itself failed");
    }
  }

  private static List<Finding> notSeen(String check, String why) {
    return List.of(
        Finding.fail(
            check,
            "This could not be looked at " + why + ".",
            "Ask again; if it stays so, read the service's log.",
            "docs/operating.md"));
  }
}
