package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path place;

  @Test
  void aDirectoryOfSomebodyElseIsLeftAlone() throws IOException {
    Files.writeString(place.resolve("thesis.txt"), "years of work");
    DataDirectory data = new DataDirectory(place);

    assertThatThrownBy(data::prepare).isInstanceOf(Refusal.class).hasMessageContaining("not empty");

    assertThat(data.exists()).isFalse();
    assertThat(place.resolve("thesis.txt")).exists();
  }

  @Test
  void evidenceOfAProofIsNotInTheWay() throws IOException {
    Files.createDirectories(place.resolve("prove/run-1"));
    DataDirectory data = new DataDirectory(place);

    data.prepare();

    assertThat(data.exists()).isTrue();
    assertThat(place.resolve("prove/run-1")).exists();
  }

  @Test
  void nobodyElseLooksInside() throws IOException {
    DataDirectory data = new DataDirectory(place.resolve("data"));

    data.prepare();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
        .isEqualTo("rwx------");
  }

  @Test
  void preparingAgainKeepsWhatIsThere() throws IOException {
    DataDirectory data = new DataDirectory(place.resolve("data"));
    data.prepare();
    Files.writeString(data.secrets().resolve("a"), "secret");

    data.prepare();

    assertThat(data.secrets().resolve("a")).hasContent("secret");
  }

  @Test
  void theLockIsHeldByOneOnly() {
    DataDirectory data = new DataDirectory(place.resolve("data"));
    data.prepare();
    FileLock lock = data.tryLock().orElseThrow();

    assertThat(data.tryLock()).isEmpty();
    assertThat(data.isLocked()).isTrue();

    DataDirectory.release(lock);
    assertThat(data.isLocked()).isFalse();
  }

  @Test
  void theLockOutlivesAGarbageCollection() {
    DataDirectory data = new DataDirectory(place.resolve("data"));
    data.prepare();
    data.tryLock();

    System.gc();

    assertThat(data.isLocked()).isTrue();
  }

  @Test
  void deletingTakesEverything() {
    DataDirectory data = new DataDirectory(place.resolve("data"));
    data.prepare();

    data.delete();

    assertThat(data.root()).doesNotExist();
  }
}
