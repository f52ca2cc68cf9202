package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work is refused before anything is installed, by a sentence that says what to do. */
class BadInputTest {
  private static final String KEY = "wb_" + "a".repeat(12) + "_" + "b".repeat(32);

  @AfterEach
  void forget() {
    Cluster.get().clear();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publicUrl: watchbill.example.org | say for instance https://watchbill.example.org",
        "publicUrl: ftp://watchbill.example.org | does not begin with https:// or http://",
        "publicUrl: https://watchbill.example.org/ | has a path",
        "publicUrl: https://w.example.org/on-call | say https://w.example.org",
        "publicUrl: https://on_call | on_call is no host name",
        "publicUrl: https://w.example.org:port | is no host name",
        "image: {registry: 'https://r.example.org/x'} | leave out the scheme",
        "image: {registry: 'r.example.org/Upper'} | is no registry with a path",
        "postgres: {host: 'postgres://db'} | postgres.host: postgres://db is no host name",
        "postgres: {host: 'db:5432'} | postgres.host: db:5432 is no host name",
        "postgres: {tls: {mode: verify-full}} | postgres.tls.caSecret: say which Secret",
        "tracing: {endpoint: 'collector:4317'} | tracing.endpoint: collector:4317 is no address",
        "gateway: {enabled: true} | gateway.parentRefs: say to which Gateway",
      })
  void aValueThatCannotWorkIsRefusedWithWhatToSay(String values, String sentence) {
    assertThat(Chart.refusal(values)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "incident: {replicas: two} | at '/incident/replicas': got string, want integer",
        "logs: {json: 'yes'} | at '/logs/json': got string, want boolean",
        "image: {pullSecrets: registry} | at '/image/pullSecrets': got string, want array",
        "publicUrl: 5 | at '/publicUrl': got number, want string",
        "postgres: db.example.org | at '/postgres': got string, want object",
        "replicas: 3 | additional properties 'replicas' not allowed",
      })
  void aValueOfTheWrongTypeIsRefusedWithItsPlace(String values, String sentence) {
    assertThat(Chart.refusal(values)).contains(sentence);
  }

  @Test
  void whatIsRightIsTaken() {
    assertThat(Chart.rendered("publicUrl: http://localhost:8080").objects()).isNotEmpty();
    assertThat(Chart.rendered("postgres: {host: '[2001:db8::1]'}").objects()).isNotEmpty();
    assertThat(Chart.rendered("image: {registry: 'localhost:5000'}").objects()).isNotEmpty();
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    Cluster.get().list();

    assertRefused(
        "access: {existingSecret: keys}",
        "access.existingSecret: there is no Secret keys in the namespace on-call; make it first,"
            + " with admin-key, incident-key, rotation-key, escalation-key, link-secret");
  }

  @Test
  void aSecretWithoutOneOfItsKeysIsNamed() {
    Cluster.get().list();
    Map<String, String> passwords = passwords();
    passwords.remove("rotation-password");
    Cluster.get().put(Chart.NAMESPACE, "watchbill-database", passwords);

    assertRefused(
        "{}",
        "postgres.existingSecret: the Secret watchbill-database has nothing under"
            + " rotation-password");
  }

  @Test
  void aKeyThatNoServiceCouldReadIsRefused() {
    Cluster.get().list();
    Cluster.get().put(Chart.NAMESPACE, "watchbill-database", passwords());
    Map<String, String> keys = keys();
    keys.put("admin-key", "secret");
    Cluster.get().put(Chart.NAMESPACE, "keys", keys);

    assertRefused(
        "access: {existingSecret: keys}", "admin-key of the Secret keys is no key; it is wb_, 12");
  }

  @Test
  void aLinkSecretThatIsTooShortIsRefused() {
    Cluster.get().list();
    Cluster.get().put(Chart.NAMESPACE, "watchbill-database", passwords());
    Map<String, String> keys = keys();
    keys.put("link-secret", "short");
    Cluster.get().put(Chart.NAMESPACE, "keys", keys);

    assertRefused(
        "access: {existingSecret: keys}", "link-secret of the Secret keys is shorter than 32");
  }

  @Test
  void secretsThatAreThereAreTaken() {
    Cluster.get().list();
    Cluster.get().put(Chart.NAMESPACE, "watchbill-database", passwords());
    Cluster.get().put(Chart.NAMESPACE, "keys", keys());

    assertThat(fresh("access: {existingSecret: keys}").objects()).isNotEmpty();
  }

  @Test
  void whereNoClusterCanBeSeenNothingIsRefused() {
    assertThat(fresh("access: {existingSecret: keys}").objects()).isNotEmpty();
  }

  private static void assertRefused(String values, String sentence) {
    assertThatThrownBy(() -> fresh(values)).hasMessageContaining(sentence);
  }

  private static Manifests fresh(String values) {
    try {
      return Chart.render(
          Chart.YAML
              .readerForUpdating(Chart.parse(Chart.file("ci/minimal-values.yaml")))
              .readValue(values));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> passwords() {
    Map<String, String> passwords = new TreeMap<>();
    for (String role : new String[] {"owner", "incident", "rotation", "escalation"}) {
      passwords.put(role + "-password", "x");
    }
    return passwords;
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    for (String name : new String[] {"admin", "incident", "rotation", "escalation"}) {
      keys.put(name + "-key", KEY);
    }
    keys.put("link-secret", "s".repeat(32));
    return keys;
  }
}
