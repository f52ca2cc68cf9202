package io.watchbill.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path place;

  @Test
  void itStandsWhereTheEnvironmentSays() {
    assertThat(ConfigFile.in(Map.of("HOME", "/home/bob")).path())
        .isEqualTo(Path.of("/home/bob/.config/watchbill/config"));
    assertThat(ConfigFile.in(Map.of("HOME", "/home/bob", "XDG_CONFIG_HOME", "/etc/bob")).path())
        .isEqualTo(Path.of("/etc/bob/watchbill/config"));
    assertThat(ConfigFile.in(Map.of("HOME", "/home/bob", "XDG_CONFIG_HOME", "relative")).path())
        .isEqualTo(Path.of("/home/bob/.config/watchbill/config"));
  }

  @Test
  void whatIsKeptIsReadAgainByItsOwnerOnly() throws Exception {
    ConfigFile file = file();
    Profile profile = profile("https://watchbill.example.org", "wb_a_b");

    file.keep("staging", profile);

    assertThat(file.profile("staging")).contains(profile);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(file.isOpen()).isFalse();
  }

  @Test
  void profilesDoNotTouchEachOther() {
    ConfigFile file = file();
    file.keep("one", profile("https://one.example.org", "wb_a_b"));
    file.keep("two", profile("https://two.example.org", "wb_c_d"));

    assertThat(file.forget("one")).isTrue();

    assertThat(file.profiles().keySet()).containsExactly("two");
    assertThat(file.forget("one")).isFalse();
  }

  @Test
  void aLinkToTheFileStaysALink() throws Exception {
    Path elsewhere = Files.writeString(place.resolve("dotfiles"), "");
    ConfigFile file = file();
    Files.createDirectories(file.path().getParent());
    Files.createSymbolicLink(file.path(), elsewhere);

    file.keep("default", profile("https://one.example.org", "wb_a_b"));

    assertThat(file.path()).isSymbolicLink();
    assertThat(elsewhere).content().contains("url = https://one.example.org");
  }

  @Test
  void aFileThatOthersCanReadIsNoticed() throws Exception {
    ConfigFile file = file();
    file.keep("default", profile("https://one.example.org", "wb_a_b"));
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(file.isOpen()).isTrue();
  }

  @Test
  void aLineThatIsNotUnderstoodIsNamed() throws Exception {
    ConfigFile file = file();
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), "# mine\n[default]\nurl https://one.example.org\n");

    assertThatThrownBy(file::profiles).hasMessageContaining("line 3 is neither");
  }

  @Test
  void aProfileWithoutAKeyIsNamed() throws Exception {
    ConfigFile file = file();
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), "[default]\nurl = https://one.example.org\n");

    assertThatThrownBy(file::profiles).hasMessageContaining("'default' needs url and key");
  }

  private ConfigFile file() {
    return new ConfigFile(place.resolve("watchbill/config"));
  }

  private static Profile profile(String url, String key) {
    return new Profile(Addresses.parse(url), key, Optional.of("bob"));
  }
}
