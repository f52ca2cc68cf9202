package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.watchbill.laptop.proxy.OneAddress;
import io.watchbill.laptop.proxy.PathTable;
import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A page lives while a peer service is down: what that one shows on it says so in its place, and
 * comes again by itself. The launcher, which would start a killed service again, is held still
 * meanwhile, and with it its address: the same program listens here.
 */
class PagesWithoutPeerIT extends BrowserTest {
  private static final String NOT_NOW = "Not available right now";

  private URI address;
  private OneAddress front;

  @BeforeEach
  void listen() {
    Map<Service, URI> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      services.put(service, sandbox().address(service));
    }
    int port = FreePorts.one();
    front = OneAddress.open(port, PathTable.ofChart(), services);
    address = URI.create("http://127.0.0.1:" + port);
  }

  @AfterEach
  void close() {
    front.close();
  }

  private static Crew crew(WebhookReceiver receiver) {
    return new Crew(sandbox())
        .withPeople(receiver, "ann")
        .withStanding("primary:ann")
        .withPolicy(
            """
            {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
            """);
  }

  @Test
  void incidentAndBoardLiveWithoutTheEscalationService() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      String reference = crew.open("Nobody tells who was paged", "P1");
      await().atMost(20, SECONDS).until(() -> receiver.pagedFor(reference).size() == 1);
      Screen screen = watched(new Screen(address, Look.DESKTOP));
      Page page = screen.page();
      screen.signIn(sandbox().adminKey(), "/incidents/" + reference);
      Locator paging = card(page, "Who is paged");
      paging.getByText("sent", new Locator.GetByTextOptions().setExact(true)).waitFor();
      screen.mayMiss("/fragments/escalation/");

      without(
          Service.ESCALATION,
          () -> {
            paging.getByText(NOT_NOW).waitFor();
            // What was known before is still there to be read.
            assertThat(paging.getByText("sent").count()).isPositive();
            screen.isFine("incident-peer-down");
            screen.press("Acknowledge");
            page.getByText("Take acknowledgement back").waitFor();
            assertThat(crew.stateOf(reference)).isEqualTo("acknowledged");
            assertThat(card(page, "Who is on call").getByText("ann").count()).isPositive();

            screen.open("/incidents?team=" + crew.id());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)).waitFor();
            String next = crew.open("Appears all the same", "P2");
            page.getByText(next).first().waitFor();
            screen.open("/");
            card(page, "My pages").getByText(NOT_NOW).waitFor();
            assertThat(screen.open("/policies")).isEqualTo(503);
            screen.open("/incidents/" + reference);
            paging.getByText(NOT_NOW).waitFor();
          });

      paging.getByText("sent", new Locator.GetByTextOptions().setExact(true)).waitFor();
      assertThat(paging.getByText(NOT_NOW).count()).isZero();
    }
  }

  @Test
  void incidentAndBoardLiveWithoutTheRotationService() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      String reference = crew.open("Nobody tells who is on call", "P1");
      Screen screen = watched(new Screen(address, Look.PHONE));
      Page page = screen.page();
      screen.signIn(sandbox().adminKey(), "/incidents/" + reference);
      screen.mayMiss("/fragments/rotation/");

      without(
          Service.ROTATION,
          () -> {
            screen.open("/incidents/" + reference);
            card(page, "Who is on call").getByText(NOT_NOW).waitFor();
            card(page, "Who is paged")
                .getByText("sent", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
            screen.press("Resolve");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reopen"))
                .waitFor();
            assertThat(crew.stateOf(reference)).isEqualTo("resolved");

            screen.open("/");
            card(page, "Am I on call?").getByText(NOT_NOW).waitFor();
            String next = crew.open("Appears all the same", "P2");
            page.getByText(next).first().waitFor();
            screen.isFine("now-peer-down");
          });

      screen.open("/incidents/" + reference);
      card(page, "Who is on call").getByText("ann").waitFor();
    }
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheIncidentServiceWasDown() throws Exception {
    String path = "/incidents/" + new Crew(sandbox()).open("Typed with care", "P2");
    Screen screen = watched(new Screen(address, Look.PHONE));
    Page page = screen.page();
    screen.signIn(sandbox().adminKey(), path);
    page.locator("#text").fill("Before it went down");
    screen.mayMiss("/fragments/incident/");

    without(
        Service.INCIDENT,
        () -> {
          screen.press("Add");
          page.getByText("does not answer at the moment").waitFor();
        });
    page.goBack();

    page.getByText("This was not sent.").waitFor();
    assertThat(page.locator("#text").inputValue()).isEqualTo("Before it went down");
    screen.press("Add");
    page.getByText("Before it went down").waitFor();
    assertThat(page.locator("#text").inputValue()).isEmpty();
  }

  /** Does something while a service is down; it is back when this returns. */
  private static void without(Service service, Runnable work) throws Exception {
    try {
      sandbox()
          .withoutRestarts(
              () -> {
                Sandbox.kill(sandbox().process(service));
                work.run();
                return null;
              });
    } finally {
      await()
          .atMost(60, SECONDS)
          .ignoreExceptions()
          .until(() -> sandbox().api(service).get("/q/health/ready").status() == 200);
    }
  }

  private static Locator card(Page page, String title) {
    return page.locator("section.card")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title))));
  }
}
