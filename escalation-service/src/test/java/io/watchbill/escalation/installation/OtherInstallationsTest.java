package io.watchbill.escalation.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process of another installation that was given this database by mistake. */
@QuarkusTest
class OtherInstallationsTest extends ServiceTest {
  private static final String ANOTHERS = "array['0123456789abcdef']";

  @Inject OtherInstallations others;
  @Inject InstallationCheck check;
  @Inject Installation own;

  @AfterEach
  void forget() {
    plant("DELETE FROM replica_note WHERE server = 'planted'");
    others.turn();
  }

  private void note(String secrets, String age) {
    plant(
        """
        INSERT INTO replica_note (replica, number, noted_at, server, secrets, public_url)
        VALUES (gen_random_uuid(), 1, timestamptz '%s' - interval '%s', 'planted', %s,
                'https://staging.example.org')
        """
            .formatted(now(), age, secrets));
  }

  @Test
  void aProcessThatSharesNoSecretIsOfAnotherInstallationAndTheDoctorNamesIt() {
    note(ANOTHERS, "5 seconds");

    assertThat(check.look())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
              assertThat(finding.text()).contains("https://staging.example.org");
            });
  }

  @Test
  void theMetricCountsItsProcesses() {
    note(ANOTHERS, "5 seconds");
    note(ANOTHERS, "5 seconds");

    others.turn();

    RestAssured.given()
        .get("/q/metrics")
        .then()
        .body(containsString("watchbill_other_installation_processes 2.0"));
  }

  @Test
  void aReplicaWhoseSecretIsBeingRenewedIsOfThisOne() {
    note("array['0123456789abcdef', '%s']".formatted(own.secrets()[0]), "5 seconds");

    assertThatAllIsWell();
  }

  @Test
  void whoDoesNotRunAnyMoreIsForgotten() {
    note(ANOTHERS, "1 minute");

    assertThatAllIsWell();
  }

  @Test
  void aReplicaOfAReleaseThatSaysNothingIsNoStranger() {
    note("array[]::text[]", "5 seconds");

    assertThatAllIsWell();
  }

  private void assertThatAllIsWell() {
    assertThat(check.look())
        .extracting(Finding::text)
        .containsExactly("No other installation uses this database.");
  }
}
