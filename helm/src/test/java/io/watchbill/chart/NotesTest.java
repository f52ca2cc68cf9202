package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Helm prints when it has installed the chart. */
class NotesTest {

  @Test
  void theySayWhatToDoNextWithTheNamesOfThisInstallation() throws IOException {
    String notes = notes("minimal");

    assertThat(notes)
        .contains("Watchbill is at https://watchbill.example.org.")
        .contains("kubectl --namespace on-call rollout status deployment")
        .contains("app.kubernetes.io/instance=watchbill")
        .contains("helm test watchbill --namespace on-call --logs")
        .contains("get secret watchbill-access --output jsonpath='{.data.admin-key}'")
        .contains("https://watchbill.example.org/v1/last-resort")
        .contains("https://watchbill.example.org/v1/integrations");
  }

  @Test
  void theySayWhatIsMissingBeforeYouRelyOnIt() throws IOException {
    assertThat(notes("minimal"))
        .contains("Before you rely on it:")
        .contains("mail.host is empty")
        .contains("heartbeat.existingSecret is empty")
        .contains("serviceMonitor.enabled and podMonitor.enabled are false")
        .contains("prometheusRule.enabled is false");
    assertThat(notes("everything")).doesNotContain("Before you rely on it");
  }

  @Test
  void theyWarnOfKeysThatAToolThatOnlyRendersWouldMakeAnew() throws IOException {
    assertThat(notes("minimal")).contains("name a Secret of yours in access.existingSecret");
    assertThat(notes("native")).doesNotContain("access.existingSecret");
  }

  @Test
  void everyValueThatTheyNameIsThere() throws IOException {
    Pattern.compile("(?m)^- ([a-zA-Z.]+)(?: and ([a-zA-Z.]+))? (?:is|are) ")
        .matcher(notes("minimal"))
        .results()
        .forEach(
            line -> {
              for (int group = 1; group <= 2; group++) {
                if (line.group(group) != null) {
                  String pointer = "/" + line.group(group).replace('.', '/');
                  assertThat(Chart.yaml("values.yaml").at(pointer).isMissingNode()).isFalse();
                }
              }
            });
  }

  private static String notes(String values) throws IOException {
    Path file = Files.createTempFile("values", ".yaml");
    try {
      Files.writeString(file, Chart.file("ci/" + values + "-values.yaml"));
      String output =
          Chart.helm()
              .install()
              .withName(Chart.RELEASE)
              .withNamespace(Chart.NAMESPACE)
              .withKubeVersion("1.31.0")
              .clientOnly()
              .dryRun()
              .withValuesFile(file)
              .call()
              .getOutput();
      return output.substring(output.indexOf("NOTES:"));
    } finally {
      Files.delete(file);
    }
  }
}
