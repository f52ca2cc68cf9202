package io.watchbill.kit.doctor;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Examines this process by all checks of the service, for one caller at a time. */
@ApplicationScoped
public class Doctor {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Examination examination;
  private final PublicUrl publicUrl;
  private final Clock clock;
  private final String service;
  private final String version;
  private final Semaphore turn = new Semaphore(1);

  Doctor(
      Instance<Check> checks,
      PublicUrl publicUrl,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.examination = new Examination(checks.stream().toList(), DEADLINE);
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.service = service;
    this.version = version;
  }

  /**
   * Returns what all checks found, within ten seconds.
   *
   * @throws Problem when others who asked before are not done in that time
   */
  public DoctorReport report() {
    boolean mine = false;
    try {
      mine = turn.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      if (!mine) {
        throw new Problem(KitError.UNAVAILABLE, "Others asked the same at this time; ask again.");
      }
      return new DoctorReport(
          service, version, clock.instant(), publicUrl.base(), examination.findings());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(KitError.UNAVAILABLE, "The examination was interrupted.");
    } finally {
      if (mine) {
        turn.release();
      }
    }
  }
}
