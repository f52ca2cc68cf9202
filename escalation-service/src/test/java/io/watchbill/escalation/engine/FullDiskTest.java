package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.kit.database.FullDisk;
import io.watchbill.testkit.SmallDisk;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Postgres answers, but its disk has no room for a page that is due. */
@QuarkusTest
class FullDiskTest extends ServiceTest {
  @Inject FullDisk fullDisk;

  @Test
  void whatIsDueMeanwhileIsPagedOnceThereIsRoom() throws Exception {
    WebhookReceiver receiver = new WebhookReceiver();
    rotation("primary", "alice", "secondary", "bob");
    contact(named("alice"), "hook", "webhook", receiver.url());
    contact(named("bob"), "hook", "webhook", receiver.url());
    policy(step("primary", "primary"), step("secondary", "secondary", "\"after\": \"PT5M\""));
    List<Incident> open = Stream.generate(() -> open("P1")).limit(8).toList();
    open.forEach(incident -> awaitPaged(incident, "alice"));
    try (SmallDisk disk = SmallDisk.under("escalation.page")) {
      disk.fill();

      later(Duration.ofMinutes(5));

      soon(() -> assertThat(fullDisk.isFull()).isTrue());

      disk.makeRoom();

      soon(() -> assertThat(receiver.calls()).isEqualTo(2 * open.size()));
      open.forEach(incident -> assertThat(paged(incident)).containsExactly("alice", "bob"));
    }
  }
}
