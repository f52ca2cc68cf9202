package io.watchbill.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the database finds deliveries. Its statistics are those of a quiet hour, when hardly anything
 * is queued; what is right by them must be right in a flood, too.
 */
@QuarkusTest
class PlansTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID[] IDS = {new UUID(0, 1), new UUID(0, 2)};

  @Inject Database database;

  @BeforeEach
  void statisticsAreThoseOfAQuietHour() {
    database.read(tx -> tx.query("ANALYZE delivery, acknowledgement"));
  }

  @Test
  void aClaimReadsTheOldestAndNotAllThatIsLive() {
    String plan =
        plan(
            ClaimRepository.CLAIM,
            "webhook",
            NOW,
            new String[0],
            512L,
            8L,
            64L,
            new UUID(0, 3),
            NOW);

    assertThat(plan).contains("delivery_due", "delivery_pkey").doesNotContain("delivery_live");
  }

  @Test
  void leasesAreRenewedByTheIdsOfTheirDeliveries() {
    assertThat(plan(ClaimRepository.RENEW, IDS, IDS, NOW))
        .contains("delivery_pkey")
        .doesNotContain("delivery_live", "delivery_due", "Seq Scan");
  }

  @Test
  void resultsAreRecordedByTheIdsOfTheirDeliveries() {
    assertThat(
            plan(
                SentRepository.HANDED_OVER,
                IDS,
                IDS,
                new Integer[] {1, 1},
                new String[] {"ok", "ok"},
                NOW))
        .contains("delivery_pkey")
        .doesNotContain("delivery_live", "delivery_due", "Seq Scan");
  }

  @Test
  void theLastLookReadsTheAcknowledgementsOfItsIncidentOnly() {
    assertThat(plan(StandingRepository.STANDING, IDS, new UUID(0, 3), NOW))
        .contains("acknowledgement_holds")
        .doesNotContain("Seq Scan");
  }

  @Test
  void whatIsNeedlessIsFoundByItsIncidents() {
    String plan =
        plan(
            DeliveryRepository.DROP,
            IDS,
            new Integer[] {1, 1},
            new String[] {"resolved", "resolved"});

    assertThat(plan).contains("delivery_live").doesNotContain("Seq Scan");
  }

  private String plan(String sql, Object... parameters) {
    return database.read(
        tx ->
            tx.query("EXPLAIN " + sql, parameters).stream()
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n")));
  }
}
