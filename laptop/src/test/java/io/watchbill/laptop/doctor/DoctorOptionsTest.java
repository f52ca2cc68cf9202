package io.watchbill.laptop.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Principal;
import io.watchbill.laptop.Refusal;
import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorOptionsTest {
  private static final Path DEFAULT = Path.of("/somewhere/.watchbill");
  private static final String KEY = ApiKey.generate(Principal.Kind.SERVICE).text();

  @TempDir Path place;

  private static DoctorOptions parse(String... arguments) {
    return DoctorOptions.parse(List.of(arguments), DEFAULT);
  }

  @Test
  void withoutOptionsThisMachineIsMeant() {
    assertThat(parse())
        .returns(false, DoctorOptions::json)
        .returns(DEFAULT, DoctorOptions::data)
        .extracting(DoctorOptions::urls)
        .matches(urls -> urls.isEmpty());
    assertThat(parse("--json", "--data", "/other"))
        .returns(true, DoctorOptions::json)
        .returns(Path.of("/other"), DoctorOptions::data);
  }

  @Test
  void oneUrlIsForAllServices() {
    assertThat(parse("--url", "https://w.example/on-call").urls())
        .hasSize(3)
        .containsEntry(Service.ROTATION, URI.create("https://w.example/on-call"));
  }

  @Test
  void eachServiceMayHaveAUrlOfItsOwn() {
    DoctorOptions options =
        parse(
            "--url", "incident=http://localhost:9080",
            "--url", "rotation=http://localhost:9081",
            "--url", "escalation=http://localhost:9082");

    assertThat(options.urls())
        .containsEntry(Service.ESCALATION, URI.create("http://localhost:9082"));
    assertThatThrownBy(() -> parse("--url", "incident=http://localhost:9080"))
        .hasMessageContaining("or all three");
  }

  @ParameterizedTest
  @CsvSource({"ftp://w.example", "w.example", "http:///x", "http://a b"})
  void whatIsNoUrlIsRefused(String url) {
    assertThatThrownBy(() -> parse("--url", url))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'" + url + "'");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> parse("--fast")).hasMessageContaining("'--fast'");
    assertThatThrownBy(() -> parse("--url")).hasMessage("--url needs a value");
    assertThatThrownBy(() -> parse("--key", "file")).hasMessageContaining("belongs to --url");
  }

  @Test
  void theKeyComesFromAFileOrTheEnvironment() throws Exception {
    Path file = Files.writeString(place.resolve("key"), KEY + "\n");

    assertThat(parse("--url", "http://w.example", "--key", file.toString()).keyFor(null))
        .isEqualTo(KEY);
    assertThat(parse("--url", "http://w.example").keyFor(KEY)).isEqualTo(KEY);
  }

  @Test
  void withoutAKeyItSaysHowToGiveOne() throws Exception {
    Path file = Files.writeString(place.resolve("key"), "not this\n");
    DoctorOptions without = parse("--url", "http://w.example");
    DoctorOptions wrong = parse("--url", "http://w.example", "--key", file.toString());
    DoctorOptions missing =
        parse("--url", "http://w.example", "--key", place.resolve("no").toString());

    assertThatThrownBy(() -> without.keyFor(null)).hasMessageContaining("--key FILE");
    assertThatThrownBy(() -> wrong.keyFor(null))
        .hasMessageContaining("is no key")
        .hasMessageNotContaining("not this");
    assertThatThrownBy(() -> missing.keyFor(null)).hasMessageContaining("cannot be read");
  }
}
