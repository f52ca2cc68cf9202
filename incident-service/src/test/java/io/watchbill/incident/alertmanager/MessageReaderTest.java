package io.watchbill.incident.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.alert.SeverityTable;
import io.watchbill.incident.dialect.AlertGroup;
import io.watchbill.incident.dialect.IncomingMessage;
import io.watchbill.incident.dialect.IncomingMessage.Resolution;
import io.watchbill.incident.dialect.UnreadableMessageException;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00Z");
  private static final SeverityTable TABLE =
      new SeverityTable(Map.of("Sev-1", Severity.P0), Severity.P2);

  /** As Alertmanager 0.25 sends it. */
  private static final String OLD =
      """
      {"receiver":"shift\\\\.bill","status":"firing","alerts":[
       {"status":"firing","labels":{"alertname":"SSHBruteForce","severity":"critical",
         "tags":"ransomware, data-breach"},
        "annotations":{"summary":"many failed logins"},
        "startsAt":"2026-03-01T09:58:00.123456789Z","endsAt":"0001-01-01T00:00:00Z",
        "generatorURL":"http://prometheus/graph","fingerprint":"5ef77f1f8a3ecfac"}],
       "groupLabels":{"alertname":"SSHBruteForce"},"commonLabels":{"alertname":"SSHBruteForce"},
       "commonAnnotations":{"summary":"many failed logins"},
       "externalURL":"http://alertmanager:9093","version":"4",
       "groupKey":"{}:{alertname=\\"SSHBruteForce\\"}","truncatedAlerts":0}
      """;

  @Test
  void aMessageOfAlertmanagerIsReadAsItIs() throws Exception {
    IncomingMessage message = read(OLD);
    AlertGroup group = message.groups().getFirst();

    assertThat(message.groups()).hasSize(1);
    assertThat(message.isCut()).isFalse();
    assertThat(message.resolution()).isEqualTo(Resolution.SAID_BY_SENDER);
    assertThat(group.title()).isEqualTo("many failed logins");
    assertThat(group.key()).isEqualTo("{}:{alertname=\"SSHBruteForce\"}");
    assertThat(group.hash()).hasSize(32);
    IncomingAlert alert = message.alerts().getFirst();
    assertThat(alert.fingerprint()).isEqualTo("5ef77f1f8a3ecfac");
    assertThat(alert.firing()).isTrue();
    assertThat(alert.severity()).isEqualTo(Severity.P0);
    assertThat(alert.tags()).containsExactly("data-breach", "ransomware");
    assertThat(alert.span().start()).isEqualTo("2026-03-01T09:58:00.123456Z");
    assertThat(alert.span().end()).isEmpty();
    assertThat(alert.flags()).isEmpty();
  }

  @Test
  void fieldsOfNewerVersionsAreAccepted() throws Exception {
    String newer =
        OLD.replace(
            "\"version\":\"4\"",
            "\"version\":\"4\",\"notification_reason\":\"repeat interval elapsed\","
                + "\"routeLabels\":{\"team\":\"x\"},\"whatever\":[{}]");

    assertThat(read(newer).alerts()).hasSameSizeAs(read(OLD).alerts());
    assertThat(read(newer).groups().getFirst().hash())
        .isEqualTo(read(OLD).groups().getFirst().hash());
  }

  @Test
  void onlyAnArrayOfAlertsIsRequired() throws Exception {
    IncomingMessage message = read("{\"alerts\":[{}]}");

    IncomingAlert alert = message.alerts().getFirst();
    assertThat(alert.firing()).isTrue();
    assertThat(alert.severity()).isEqualTo(Severity.P2);
    assertThat(alert.span().start()).isEqualTo(RECEIVED);
    assertThat(alert.fingerprint()).hasSize(16);
    assertThat(alert.flags()).containsExactly("fingerprint-made-up", "startsAt-made-up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "{\"alerts\":", "[]", "null", "17", "{}", "{\"alerts\":{}}"})
  void whatIsNoMessageIsUnreadableAndSaysWhy(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessageStartingWith("The body ");
  }

  @Test
  void bracketsWithoutEndAreUnreadableAndHarmless() {
    assertThatThrownBy(() -> read("{\"alerts\":" + "[".repeat(1_000_000)))
        .isInstanceOf(UnreadableMessageException.class);
  }

  @Test
  void nulAndControlCharactersAreCleanedAndFlagged() throws Exception {
    IncomingAlert alert =
        alert("{\"labels\":{\"alertname\":\"a\\u0000b\\u0007c\\ud800d\"},\"fingerprint\":\"f\"}");

    assertThat(alert.name()).isEqualTo("ab\uFFFDc\uFFFDd");
    assertThat(alert.flags()).contains("nul-removed", "control-characters-replaced");
  }

  @Test
  void hugeLabelsAreTrimmedWithoutCuttingACharacterInTwo() throws Exception {
    String huge = "x" + "\uD83D\uDEA8".repeat(300_000);

    IncomingAlert alert =
        alert(
            "{\"labels\":{\"alertname\":\"%s\",\"n\":\"1\"},\"fingerprint\":\"f\"}"
                .formatted(huge));

    assertThat(alert.labels().get("alertname")).hasSizeLessThan(4100).endsWith("\uD83D\uDEA8…");
    assertThat(alert.labels()).containsEntry("n", "1");
    assertThat(alert.flags()).contains("trimmed");
  }

  @Test
  void thousandsOfLabelsAreCutAndFlagged() throws Exception {
    StringBuilder labels = new StringBuilder("\"alertname\":\"x\"");
    for (int i = 0; i < 5000; i++) {
      labels.append(",\"l").append(i).append("\":\"v\"");
    }

    IncomingAlert alert = alert("{\"labels\":{" + labels + "},\"fingerprint\":\"f\"}");

    assertThat(alert.labels()).hasSize(128);
    assertThat(alert.flags()).contains("labels-dropped");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "2026-13-45T00:00:00Z",
        "yesterday",
        "2026-03-01",
        ""
      })
  void impossibleInstantsAreReplacedByTheArrival(String instant) throws Exception {
    IncomingAlert alert = alert("{\"startsAt\":\"%s\",\"fingerprint\":\"f\"}".formatted(instant));

    assertThat(alert.span().start()).isEqualTo(RECEIVED);
    assertThat(alert.flags()).contains("startsAt-made-up");
  }

  @Test
  void whatIsNoAlertStillMakesOneThatFires() throws Exception {
    IncomingMessage message =
        read("{\"alerts\":[\"boom\", null, 17, {\"labels\":[1],\"status\":\"eh\"}]}");

    assertThat(message.alerts()).hasSize(4).allMatch(IncomingAlert::firing);
    assertThat(message.alerts())
        .anySatisfy(
            alert -> assertThat(alert.annotations()).containsEntry("unreadable", "\"boom\""));
  }

  @Test
  void labelsThatAreNotTextBecomeText() throws Exception {
    IncomingAlert alert = alert("{\"labels\":{\"a\":1.5,\"b\":true,\"c\":{\"d\":[1]},\"e\":null}}");

    assertThat(alert.labels())
        .containsEntry("a", "1.5")
        .containsEntry("b", "true")
        .containsEntry("c", "{\"d\":[1]}")
        .containsEntry("e", "");
    assertThat(alert.flags()).contains("not-text");
  }

  @Test
  void alertsAreSortedAndEachFingerprintStandsOnceTheFiringOneFirst() throws Exception {
    IncomingMessage message =
        read(
            """
            {"alerts":[{"fingerprint":"b","status":"firing"},{"fingerprint":"a","status":"firing"},
             {"fingerprint":"b","status":"resolved"}]}
            """);

    assertThat(message.alerts()).extracting(IncomingAlert::fingerprint).containsExactly("a", "b");
    assertThat(message.alerts()).allMatch(IncomingAlert::firing);
  }

  @Test
  void theIntegrationsWordsComeBeforeTheUsualOnes() {
    assertThat(TABLE.of(" SEV-1 ")).isEqualTo(Severity.P0);
    assertThat(TABLE.of("High")).isEqualTo(Severity.P1);
    assertThat(TABLE.of("warning")).isEqualTo(Severity.P2);
    assertThat(TABLE.of("low")).isEqualTo(Severity.P3);
    assertThat(TABLE.of("gibberish")).isEqualTo(Severity.P2);
    assertThat(TABLE.of(null)).isEqualTo(Severity.P2);
  }

  @Test
  void aLongFingerprintIsHashed() throws Exception {
    assertThat(alert("{\"fingerprint\":\"%s\"}".formatted("f".repeat(100_000))).fingerprint())
        .hasSize(64);
  }

  @Test
  void malformedUtf8CostsNoAlert() throws Exception {
    byte[] body = OLD.getBytes(UTF_8);
    body[OLD.indexOf("many failed")] = (byte) 0xFF;

    assertThat(new MessageReader(TABLE, RECEIVED).read(body).alerts()).hasSize(1);
  }

  private static IncomingMessage read(String body) throws UnreadableMessageException {
    return new MessageReader(TABLE, RECEIVED).read(body.getBytes(UTF_8));
  }

  private static IncomingAlert alert(String json) throws UnreadableMessageException {
    return read("{\"alerts\":[" + json + "]}").alerts().getFirst();
  }
}
