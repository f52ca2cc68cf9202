package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
  @TempDir Path directory;

  @Test
  void aSecretIsMadeOnceAndKept() {
    String first = new SecretFiles(directory).get("a", () -> RandomText.of(32));

    String second = new SecretFiles(directory).get("a", () -> RandomText.of(32));

    assertThat(second).isEqualTo(first).hasSize(32);
  }

  @Test
  void nobodyButTheOwnerReadsIt() throws IOException {
    new SecretFiles(directory).keep("a", "secret");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aSecretThatWasNotMadeIsNotFound() {
    assertThat(new SecretFiles(directory).find("a")).isEmpty();
  }
}
