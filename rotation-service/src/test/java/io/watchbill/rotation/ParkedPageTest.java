package io.watchbill.rotation;

import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page of parked events, as a browser without JavaScript uses it. */
@QuarkusTest
class ParkedPageTest {
  private static final String PATH = "/parked-events/rotation";

  @Inject Database database;

  private String parked() {
    UUID id = Ids.next();
    database.run(
        tx ->
            tx.update(
                """
                INSERT INTO outbox (id, destination, type, subject, priority, created_at,
                       next_attempt_at, parked_at, last_error)
                VALUES ($1, 'nobody', 'of.test', $2, 0, $3, $3, $3, 'the receiver answered 413')
                """,
                id,
                HOSTILE,
                tx.now()));
    return id.toString();
  }

  private static String shown() {
    return page(browser(TestKeys.admin()), PATH + "?limit=500");
  }

  @Test
  void anAdminSendsAParkedEventAgainOrDropsIt() {
    String sent = parked();
    String dropped = parked();
    assertThat(shown())
        .contains(sent, dropped, "of.test", "the receiver answered 413", "&lt;img src=x");

    send(browser(TestKeys.admin()), PATH + "/" + sent + "/retry", Map.of());
    send(browser(TestKeys.admin()), PATH + "/" + dropped + "/drop", Map.of());

    assertThat(shown()).doesNotContain(dropped);
  }

  @Test
  void thePageSpeaksGerman() {
    parked();

    assertThat(page(browser(TestKeys.admin()).header("Accept-Language", "de"), PATH))
        .contains("Abgestellte Ereignisse", "Noch einmal senden", "/parked-events/escalation");
  }

  @Test
  void othersNeitherSeeNorSendThem() {
    String id = parked();

    browser(TestKeys.viewer()).get(PATH).then().statusCode(403);
    post(browser(TestKeys.viewer()), PATH + "/" + id + "/drop", Map.of()).statusCode(403);
    assertThat(shown()).contains(id);
    post(browser(TestKeys.admin()), PATH + "/" + id + "/drop", Map.of()).statusCode(303);
  }
}
