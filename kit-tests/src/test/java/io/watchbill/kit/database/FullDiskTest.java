package io.watchbill.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FullDiskTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private Instant now = NOW;
  private final FullDisk disk = new FullDisk(() -> now);

  @Test
  void aDiskIsFullForAMinuteAfterPostgresHadNoRoom() {
    disk.seen(new IllegalStateException(failure("53100")));

    now = NOW.plusSeconds(59);
    assertThat(disk.isFull()).isTrue();
    now = NOW.plusSeconds(60);
    assertThat(disk.isFull()).isFalse();
    now = NOW;
    assertThat(disk.isFull()).isFalse();
  }

  @Test
  void anotherFailureSaysNothingOfTheDisk() {
    disk.seen(failure("53300"));
    disk.seen(failure("23505"));
    disk.seen(new IllegalStateException());

    assertThat(disk.isFull()).isFalse();
  }

  private static PgException failure(String state) {
    return new PgException("no", "ERROR", state, "");
  }
}
