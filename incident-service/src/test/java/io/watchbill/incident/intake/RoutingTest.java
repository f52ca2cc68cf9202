package io.watchbill.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.incident.alert.SeverityTable;
import io.watchbill.incident.dialect.AlertGroup;
import io.watchbill.incident.dialect.IncomingMessage;
import io.watchbill.incident.dialect.IncomingMessage.Resolution;
import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.integration.Integration.Recipient;
import io.watchbill.incident.integration.Integration.Resolving;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final AlertGroup DISKS = group("disks", 1);
  private static final AlertGroup LOGINS = group("logins", 2);

  @Test
  void everyGroupGoesToTheTeamAndPolicyOfItsIntegration() {
    List<RoutedGroup> routed =
        Routing.route(message(Resolution.SAID_BY_SENDER, 0, LOGINS, DISKS), integration(true));

    assertThat(routed).extracting(RoutedGroup::group).containsExactly(DISKS, LOGINS);
    assertThat(routed)
        .extracting(RoutedGroup::recipient)
        .containsOnly(new Recipient("security", Optional.of("night")));
    assertThat(routed).allMatch(RoutedGroup::resolveWithAlerts).noneMatch(RoutedGroup::cut);
  }

  @Test
  void everyGroupOfACutMessageIsCut() {
    assertThat(Routing.route(message(Resolution.SAID_BY_SENDER, 3, DISKS), integration(true)))
        .allMatch(RoutedGroup::cut);
  }

  @Test
  void alertsResolveAnIncidentOnlyIfTheSenderSaysSoAndTheIntegrationLetsIt() {
    assertThat(Routing.route(message(Resolution.LEFT_TO_PEOPLE, 0, DISKS), integration(true)))
        .noneMatch(RoutedGroup::resolveWithAlerts);
    assertThat(Routing.route(message(Resolution.SAID_BY_SENDER, 0, DISKS), integration(false)))
        .noneMatch(RoutedGroup::resolveWithAlerts);
  }

  private static IncomingMessage message(Resolution resolution, long leftOut, AlertGroup... of) {
    return new IncomingMessage("mail", List.of(of), resolution, leftOut);
  }

  private static AlertGroup group(String key, int hash) {
    return new AlertGroup(key, new byte[] {(byte) hash}, key, List.of());
  }

  private static Integration integration(boolean resolveWithAlerts) {
    return new Integration(
        "prometheus",
        "mail",
        "Prometheus",
        new Recipient("security", Optional.of("night")),
        new SeverityTable(Map.of(), Severity.P2),
        new Resolving(resolveWithAlerts, Duration.ofHours(24)),
        Optional.empty(),
        false);
  }
}
