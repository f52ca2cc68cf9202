package io.watchbill.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reply finds the delivery that it answers. */
@QuarkusTest
class DeliveryFinderTest extends ServiceTest {
  @Inject Database database;
  @Inject DeliveryFinder finder;

  @Test
  void byTheMessageIdOfTheMail() throws Exception {
    Incident incident = page();
    String sent = Mailbox.of(mail("alice")).getLast().getHeader("Message-ID")[0];

    DeliveryRef found = database.read(tx -> finder.byMessage(tx, "email", sent)).orElseThrow();

    assertThat(found.page().branch().incident()).isEqualTo(UUID.fromString(incident.id));
    assertThat(found.page().target()).isEqualTo(PageTarget.person(named("alice")));
    assertThat(this.<String>values(deliveries(incident), "items.providerMessageId"))
        .containsExactly(sent);
  }

  @Test
  void byTheAddressTheNewestFirst() {
    Incident first = page();
    Incident second = open("P2");
    awaitSent(second);

    List<DeliveryRef> found = database.read(tx -> finder.toAddress(tx, "email", mail("alice"), 10));

    assertThat(found)
        .extracting(delivery -> delivery.page().branch().incident().toString())
        .containsExactly(second.id, first.id);
  }

  @Test
  void inHistoryToo() {
    Incident incident = page();
    String sent = this.<String>values(deliveries(incident), "items.providerMessageId").getFirst();
    plant(
        """
        INSERT INTO past_page SELECT * FROM page WHERE incident = '%1$s';
        INSERT INTO past_delivery SELECT * FROM delivery WHERE incident = '%1$s';
        DELETE FROM delivery_attempt WHERE incident = '%1$s';
        DELETE FROM delivery WHERE incident = '%1$s';
        DELETE FROM page WHERE incident = '%1$s'
        """
            .formatted(incident.id));

    Optional<DeliveryRef> byMessage = database.read(tx -> finder.byMessage(tx, "email", sent));
    List<DeliveryRef> byAddress =
        database.read(tx -> finder.toAddress(tx, "email", mail("alice"), 1));

    assertThat(byMessage).isPresent();
    assertThat(byAddress).containsExactly(byMessage.get());
  }

  private Incident page() {
    reachableByMail("alice");
    rotation("primary", "alice");
    policy(step("primary", "primary"));
    Incident incident = open("P2");
    awaitSent(incident);
    return incident;
  }

  private void awaitSent(Incident incident) {
    soon(
        () ->
            assertThat(this.<String>values(deliveries(incident), "items.state"))
                .containsExactly("sent"));
  }

  private static String deliveries(Incident incident) {
    return "/v1/deliveries?incident=" + incident.id;
  }
}
