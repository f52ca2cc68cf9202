package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A person without a client of the API sets up a team, is paged, and hands a week to a colleague.
 */
class FirstDayIT extends BrowserTest {
  private static final String YESTERDAY =
      "new Date(Date.now() - 86400000).toISOString().slice(0, 16)";

  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final Pattern LINK = Pattern.compile("Acknowledge: (\\S+)");

  private final String own = "d" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aTeamIsSetUpPagedAndHandsAWeekOver() throws Exception {
    Screen admin = screen(Look.DESKTOP);
    admin.signIn(sandbox().adminKey(), "/people");
    person(admin, "ann");
    person(admin, "ben");
    team(admin);
    schedule(admin);
    policy(admin);
    mailTo(admin, "ann");
    integrationWithTestAlert(admin);

    acknowledgedByLink("ann");
    admin
        .page()
        .getByText("acknowledged", new Page.GetByTextOptions().setExact(true))
        .first()
        .waitFor();

    swap();
  }

  private void person(Screen screen, String name) {
    screen.open("/people");
    Page page = screen.page();
    open(page, "New person");
    page.locator("#id").fill(own + "-" + name);
    page.locator("#name").fill(name);
    page.locator("#timeZone").fill("Europe/Berlin");
    page.locator("#email").fill(own + "-" + name + "@example.org");
    screen.press("Add the person");
    page.waitForURL(url -> url.endsWith("/people/" + own + "-" + name));
  }

  private void team(Screen screen) {
    screen.open("/teams");
    Page page = screen.page();
    open(page, "New team");
    page.locator("#id").fill(own);
    page.locator("#name").fill("Team " + own);
    screen.press("Make the team");
    page.waitForURL(url -> url.endsWith("/teams/" + own));
    for (String name : new String[] {"ann", "ben"}) {
      page.locator("input[name=person][value='" + own + "-" + name + "']").check();
    }
    screen.press("Add members");
    for (String name : new String[] {"ann", "ben"}) {
      Locator row =
          page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(own + "-" + name));
      row.getByRole(AriaRole.COMBOBOX).selectOption("responder");
      row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give")).click();
      page.waitForLoadState();
    }
  }

  private void schedule(Screen screen) {
    screen.open("/schedules/new?team=" + own);
    Page page = screen.page();
    page.locator("#id").fill(own);
    page.locator("#name").fill("Schedule " + own);
    page.locator("#timeZone").fill("Europe/Berlin");
    for (String name : new String[] {"ann", "ben"}) {
      page.locator("select[name$='/add']").selectOption(own + "-" + name);
      page.locator("button[name=do][value^='add roles/'][value*='layers/']").click();
      page.locator("li.row input[value='" + own + "-" + name + "']")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }
    page.locator("input[name$='/start']").first().fill((String) page.evaluate(YESTERDAY));
    screen.press("Show the next four weeks");
    page.locator("#outlook table").first().waitFor();
    screen.isFine("schedule-preview");
    screen.press("Save");
    page.waitForURL(url -> url.contains("/schedules/" + own));
  }

  private void policy(Screen screen) {
    screen.open("/policies/new");
    Page page = screen.page();
    page.locator("#id").fill(own);
    Locator text = page.locator("textarea.code");
    text.fill("name: Policy\nteam: " + own + "\nsteps:\n  - nmae: primary\n");
    screen.press("Save");
    page.getByText(Pattern.compile("Line \\d+")).first().waitFor();
    assertThat(text.inputValue()).contains("nmae: primary");
    screen.isFine("policy-refused");
    text.fill(
        """
        name: Policy
        team: %1$s
        defaultFor: [%1$s]
        steps:
          - name: primary
            notify:
              - rotation: %1$s
                role: primary
        """
            .formatted(own));
    screen.press("Save");
    page.waitForURL(url -> url.endsWith("/policies/" + own));
    // The escalation-service hears of the new schedule a moment later.
    await()
        .atMost(30, SECONDS)
        .until(
            () -> {
              screen.open("/policies/" + own + "/dry-run?severity=P1&sla=15");
              return page.locator("main tbody").getByText("ann").count() > 0;
            });
    screen.isFine("policy-dry-run-full");
  }

  /** The code comes by mail. */
  private void mailTo(Screen screen, String name) {
    screen.open("/contact-methods/" + own + "-" + name);
    Page page = screen.page();
    page.locator("#kind").selectOption("email");
    page.locator("#address").fill(address(name));
    screen.press("Add a contact method");
    screen.press("Send a code");
    await().atMost(30, SECONDS).until(() -> !Mailbox.shared().to(address(name)).isEmpty());
    Matcher code = CODE.matcher(Mailbox.shared().to(address(name)).getLast());
    assertThat(code.find()).isTrue();
    page.locator("input[name=code]").fill(code.group());
    screen.press("Verify");
    page.getByText("verified", new Page.GetByTextOptions().setExact(true)).first().waitFor();
    screen.isFine("contact-methods-verified");
  }

  private String address(String name) {
    return own + "-" + name + "@example.org";
  }

  private void integrationWithTestAlert(Screen screen) {
    screen.open("/integrations/new");
    Page page = screen.page();
    page.locator("#id").fill(own);
    page.locator("#name").fill("Sender " + own);
    page.locator("#team").fill(own);
    screen.press("Save");
    page.getByText("Copy the key now").waitFor();
    screen.isFine("integration-key");
    screen.open("/integrations/" + own);
    screen.press("Send a test alert");
    page.waitForURL(url -> url.matches(".*/incidents/INC-\\d+"));
  }

  private void acknowledgedByLink(String name) {
    await()
        .atMost(60, SECONDS)
        .until(() -> LINK.matcher(Mailbox.shared().to(address(name)).getLast()).find());
    Matcher link = LINK.matcher(Mailbox.shared().to(address(name)).getLast());
    assertThat(link.find()).isTrue();
    Screen phone = screen(Look.PHONE);
    phone.open(URI.create(link.group(1)).getPath());
    phone.press("Acknowledge");
    phone.page().getByText("Acknowledged by").waitFor();
  }

  /** Next week's shift for a later one. */
  private void swap() {
    Screen ben = screen(Look.DESKTOP);
    ben.signInAs(sandbox(), own + "-ben");
    ben.open("/schedules/" + own);
    ben.page()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText("ben"))
        .locator("a[href*='/shift?']")
        .last()
        .click();
    ben.press("Propose a swap");
    ben.page().waitForURL(url -> url.endsWith("/me#requests"));

    Screen ann = screen(Look.PHONE);
    ann.signInAs(sandbox(), own + "-ann");
    ann.open("/me");
    ann.isFine("me-requests");
    ann.press("Accept");

    await().atMost(10, SECONDS).until(() -> swaps().equals("accepted"));
  }

  private String swaps() {
    return sandbox()
        .api(Service.ROTATION)
        .get("/v1/rotations/" + own + "/swaps")
        .expectSuccess("swaps")
        .path("items")
        .path(0)
        .path("state")
        .asText();
  }

  private static void open(Page page, String summary) {
    Locator details = page.locator("details", new Page.LocatorOptions().setHasText(summary));
    if (details.getAttribute("open") == null) {
      details.locator("summary").first().click();
    }
  }
}
