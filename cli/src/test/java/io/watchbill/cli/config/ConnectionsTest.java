package io.watchbill.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
  private static final String KEPT = "https://kept.example.org";
  @TempDir Path place;

  private final Map<String, String> environment = new HashMap<>();
  private ConfigFile file;

  @BeforeEach
  void noFileYet() {
    file = new ConfigFile(place.resolve("config"));
  }

  @Test
  void theProfileIsUsed() {
    keep("default", KEPT, "wb_kept");

    assertThat(find()).isEqualTo(connection(KEPT, "wb_kept", Optional.of("bob"), false));
  }

  @Test
  void aProfileIsChosenByItsName() {
    keep("default", KEPT, "wb_kept");
    keep("staging", "https://staging.example.org", "wb_staging");
    environment.put("WATCHBILL_PROFILE", "staging");

    assertThat(find().key()).isEqualTo("wb_staging");
  }

  @Test
  void aProfileThatIsNotThereIsNamed() {
    environment.put("WATCHBILL_PROFILE", "staging");

    assertThatThrownBy(this::find)
        .hasMessage("there is no profile 'staging'; run wb login --profile staging");
  }

  @Test
  void theEnvironmentComesBeforeTheProfile() {
    keep("default", KEPT, "wb_kept");
    environment.put("WATCHBILL_URL", "https://other.example.org");
    environment.put("WATCHBILL_KEY", "wb_other");

    assertThat(find())
        .isEqualTo(connection("https://other.example.org", "wb_other", Optional.empty(), false));
  }

  @Test
  void aKeptKeyIsNotSentToAnotherAddress() {
    keep("default", KEPT, "wb_kept");
    environment.put("WATCHBILL_URL", "https://other.example.org");

    assertThatThrownBy(this::find).hasMessageStartingWith("no key for https://other.example.org");
  }

  @Test
  void aKeptKeyIsSentToItsOwnAddress() {
    keep("default", KEPT, "wb_kept");
    environment.put("WATCHBILL_URL", KEPT + "/");

    assertThat(find().key()).isEqualTo("wb_kept");
  }

  @Test
  void aKeyMayStandInAFile() throws Exception {
    Path key = Files.writeString(place.resolve("key"), "wb_filed\n");
    environment.put("WATCHBILL_URL", KEPT);
    environment.put("WATCHBILL_KEY_FILE", key.toString());

    assertThat(find().key()).isEqualTo("wb_filed");
  }

  @Test
  void theLaptopIsUsedWhenNothingElseIsConfigured() throws Exception {
    laptop(place.resolve(".watchbill"));

    Connection connection = find(Optional.empty());

    assertThat(connection.addresses()).isEqualTo(Addresses.onThisMachine(9090));
    assertThat(connection.key()).isEqualTo("wb_admin");
    assertThat(connection.laptop()).isTrue();
  }

  @Test
  void theProfileComesBeforeTheLaptop() throws Exception {
    laptop(place.resolve(".watchbill"));
    keep("default", KEPT, "wb_kept");

    assertThat(find(Optional.empty()).key()).isEqualTo("wb_kept");
  }

  @Test
  void aLaptopThatIsNamedComesFirst() throws Exception {
    laptop(place.resolve("other"));
    keep("default", KEPT, "wb_kept");

    assertThat(find(Optional.of(place.resolve("other"))).key()).isEqualTo("wb_admin");
  }

  @Test
  void aLaptopThatNeverRanIsNamed() {
    assertThatThrownBy(() -> find(Optional.of(place.resolve("nothing"))))
        .hasMessageEndingWith("nothing; start it with ./watchbill up");
  }

  @Test
  void withoutAnythingItIsSaidWhatToDo() {
    assertThatThrownBy(this::find).hasMessageStartingWith("not signed in: run wb login");
  }

  @Test
  void theKeyIsNotShown() {
    assertThat(connection(KEPT, "wb_kept", Optional.empty(), false).toString())
        .doesNotContain("wb_kept");
  }

  private Connection find() {
    return find(Optional.empty());
  }

  private Connection find(Optional<Path> data) {
    return new Connections(file)
        .find(
            new Choice(Optional.empty(), Optional.empty(), data, Optional.of(place), environment));
  }

  private void keep(String name, String url, String key) {
    file.keep(name, new Profile(Addresses.parse(url), key, Optional.of("bob")));
  }

  private static Connection connection(
      String url, String key, Optional<String> person, boolean laptop) {
    return new Connection(Addresses.parse(url), key, person, laptop);
  }

  private static void laptop(Path data) throws Exception {
    Files.createDirectories(data.resolve("run"));
    Files.createDirectories(data.resolve("secrets"));
    Files.writeString(data.resolve("run/ports"), "9090\n");
    Files.writeString(data.resolve("secrets/admin-key"), "wb_admin\n");
  }
}
