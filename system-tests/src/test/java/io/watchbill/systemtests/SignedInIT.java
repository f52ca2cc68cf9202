package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of who has signed in, with a key typed into the form. */
class SignedInIT extends BrowserTest {
  private static final String STANDING =
      """
      {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
      """;

  private static final String IN_A_WEEK =
      "new Date(Date.now() + 7 * 86400000).toISOString().slice(0, 16)";

  /** A window whose person has signed in, and was led where they wanted to go. */
  private Screen signedIn(Look look, String path) {
    Screen screen = screen(look);
    screen.signIn(sandbox().adminKey(), path);
    return screen;
  }

  private static Crew crew(WebhookReceiver receiver) {
    return new Crew(sandbox())
        .withPeople(receiver, "ann", "ben")
        .withStanding("primary:ann")
        .withPolicy(STANDING);
  }

  @Test
  void anIncidentAppearsByItselfAndIsAcknowledgedAndResolvedOnItsPage() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      Screen screen = signedIn(Look.DESKTOP, "/incidents?team=" + crew.id());
      Page page = screen.page();
      page.getByText("No incidents here.").waitFor();

      String reference = crew.open("Logins from <b>two</b> continents", "P1");
      page.getByText("Logins from <b>two</b> continents").waitFor();
      screen.isFine("board");

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)).click();
      page.getByText("sent", new Page.GetByTextOptions().setExact(true)).first().waitFor();
      screen.isFine("incident");
      press(page, "Acknowledge");
      press(page, "Resolve");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reopen")).waitFor();

      assertThat(crew.stateOf(reference)).isEqualTo("resolved");
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheSessionHasExpired() {
    Crew crew = new Crew(sandbox());
    String path = "/incidents/" + crew.open("Typed with care", "P2");
    Screen screen = signedIn(Look.DESKTOP, path);
    Page page = screen.page();
    page.locator("#text").fill("Line <one>\nline two");
    screen.context().clearCookies();

    press(page, "Add");
    page.waitForURL(url -> url.contains("/sign-in"));
    page.getByLabel("Personal key").fill(sandbox().adminKey());
    press(page, "Sign in");
    page.waitForURL(url -> url.endsWith(path));

    page.getByText("This was not sent.").waitFor();
    screen.isFine("typed-again");
    assertThat(page.locator("#text").inputValue()).isEqualTo("Line <one>\nline two");
    press(page, "Add");
    page.getByText("Line <one>").waitFor();
    assertThat(page.getByText("This was not sent.").count()).isZero();
    assertThat(page.locator("#text").inputValue()).isEmpty();
  }

  @Test
  void keysMoveOnTheBoardAndAcknowledge() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      String reference = crew.open("By keyboard only", "P2");
      Page page = signedIn(Look.DESKTOP, "/incidents?team=" + crew.id()).page();

      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.endsWith("/incidents/" + reference));
      page.keyboard().press("a");
      page.getByText("Take acknowledgement back").waitFor();

      assertThat(crew.stateOf(reference)).isEqualTo("acknowledged");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theStartPageIsFine(Look look) throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      crew(receiver).open("Disk full", "P2");
      Screen screen = signedIn(look, "/");
      screen.page().getByText("never on call").waitFor();
      screen.page().getByText("You have no open pages.").waitFor();

      screen.isFine("now");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOverrideIsSeenAndMadeFromAShift(Look look) throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      Screen screen = signedIn(look, "/schedules/" + crew.id());
      Page page = screen.page();
      screen.isFine("schedule");

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make an override"))
          .click();
      page.getByLabel("Who takes over").selectOption(crew.person("ben"));
      page.locator("#to").fill((String) page.evaluate(IN_A_WEEK));
      press(page, "Show what changes");
      page.getByText(Pattern.compile("gains primary")).first().waitFor();
      screen.isFine("override");
      press(page, "Make the override");
      page.waitForURL(url -> url.endsWith("/schedules/" + crew.id()));

      page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("ben")).waitFor();
      screen.open("/on-call");
      screen.isFine("on-call");
    }
  }
}
