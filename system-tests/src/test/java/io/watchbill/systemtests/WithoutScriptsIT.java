package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.watchbill.laptop.service.Service;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that acts is a form: it works where no script runs. Times are UTC then. */
class WithoutScriptsIT extends BrowserTest {
  private static final Clock CLOCK = Clock.systemUTC();

  private Screen withoutScripts() {
    return watched(Screen.withoutScripts(sandbox().address(), Look.DESKTOP));
  }

  /** A team whose members take turns of a day, ann first. */
  private static Crew crew(WebhookReceiver receiver) {
    Crew crew =
        new Crew(sandbox())
            .withPeople(receiver, "ann", "ben")
            .withRight("ann", "responder")
            .withRight("ben", "responder");
    return crew.withRotation(
            """
            {"name": "primary", "layers": [{"name": "daily", "start": "%s",
              "cadence": {"every": 1, "unit": "day"}, "turns": [["%s"], ["%s"]]}]}
            """
                .formatted(inHours(-1), crew.person("ann"), crew.person("ben")))
        .withPolicy(
            """
            {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
            """);
  }

  @Test
  void anIncidentIsSeenAcknowledgedAndResolved() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      String first = crew.open("Chosen on the board", "P1");
      String second = crew.open("Opened from the board", "P2");
      Screen screen = withoutScripts();
      Page page = screen.page();

      screen.signIn(sandbox().adminKey(), "/incidents?team=" + crew.id());
      page.getByLabel("Choose " + first).check();
      screen.press("Acknowledge");
      assertThat(crew.stateOf(first)).isEqualTo("acknowledged");
      assertThat(crew.stateOf(second)).isEqualTo("triggered");

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(second)).click();
      screen.press("Acknowledge");
      assertThat(crew.stateOf(second)).isEqualTo("acknowledged");
      page.locator("#text").fill("It was the fan");
      screen.press("Add");
      page.getByText("It was the fan").waitFor();
      screen.press("Resolve");
      assertThat(crew.stateOf(second)).isEqualTo("resolved");
      page.getByText("Times in UTC").waitFor();
    }
  }

  @Test
  void whoWasPagedIsALinkAway() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      String reference = crew.open("Who was paged?", "P1");
      await().atMost(20, SECONDS).until(() -> receiver.pagedFor(reference).size() == 1);
      Screen screen = withoutScripts();
      screen.signInAs(sandbox(), crew.person("ann"));

      screen.open("/incidents/" + reference);
      screen
          .page()
          .getByRole(AriaRole.STATUS)
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Who is paged"))
          .click();

      screen.page().getByText(crew.person("ann")).first().waitFor();
    }
  }

  @Test
  void anOverrideIsShownBeforeItIsMade() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      Screen screen = withoutScripts();
      Page page = screen.page();
      screen.signInAs(sandbox(), crew.person("ben"));

      screen.open("/schedules/" + crew.id());
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make an override"))
          .click();
      page.getByLabel("Who takes over").selectOption(crew.person("ben"));
      page.locator("#to").fill(inHours(2));
      screen.press("Show what changes");
      page.getByText(Pattern.compile("gains primary")).first().waitFor();
      screen.press("Make the override");

      page.waitForURL(url -> url.endsWith("/schedules/" + crew.id()));
      assertThat(onCall(crew)).isEqualTo(crew.person("ben"));
    }
  }

  @Test
  void aColleagueTakesTheShiftThatSomebodyCannotTake() throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(receiver);
      Screen ann = withoutScripts();
      ann.signInAs(sandbox(), crew.person("ann"));
      ann.open("/schedules/" + crew.id());
      ann.page()
          .getByRole(AriaRole.ROW)
          .filter(new Locator.FilterOptions().setHasText("ann"))
          .locator("a[href*='/shift?']")
          .first()
          .click();
      ann.page().getByLabel("Whom").selectOption("anyone");
      ann.press("Ask for cover");
      ann.page().getByText("You ask for cover in").waitFor();

      Screen ben = withoutScripts();
      ben.signInAs(sandbox(), crew.person("ben"));
      ben.open("/me");
      ben.press("Take the shift");

      assertThat(onCall(crew)).isEqualTo(crew.person("ben"));
    }
  }

  private static String onCall(Crew crew) {
    return sandbox()
        .api(Service.ROTATION)
        .get("/v1/on-call?rotation=" + crew.id())
        .expectSuccess("on-call")
        .at("/items/0/people/0")
        .asText();
  }

  /** As a field of a page takes it. */
  private static String inHours(int hours) {
    return LocalDateTime.ofInstant(CLOCK.instant(), ZoneOffset.UTC)
        .plusHours(hours)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }
}
