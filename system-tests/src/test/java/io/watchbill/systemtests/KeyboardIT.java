package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** No mouse is needed: Tab and Enter lead everywhere, and the board has keys of its own. */
class KeyboardIT extends BrowserTest {
  private static final int MOST_STOPS = 60;
  private static final String HAS_FOCUS = "element => element === document.activeElement";

  @Test
  void fromSigningInToAnAcknowledgementWithTabAndEnter() {
    Crew crew = new Crew(sandbox());
    String reference = crew.open("No mouse at hand", "P1");
    Screen screen = screen(Look.DESKTOP);
    Page page = screen.page();

    screen.open("/incidents?team=" + crew.id());
    page.keyboard().type(sandbox().adminKey());
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.endsWith("/incidents?team=" + crew.id()));
    page.keyboard().press("Tab");
    assertThat(page.locator("a.skip").evaluate(HAS_FOCUS)).isEqualTo(true);
    page.keyboard().press("Enter");
    tabTo(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)));
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.endsWith("/incidents/" + reference));
    tabTo(
        page,
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge").setExact(true)));
    page.keyboard().press("Enter");

    page.getByText("Take acknowledgement back").waitFor();
    assertThat(crew.stateOf(reference)).isEqualTo("acknowledged");
  }

  private static void tabTo(Page page, Locator target) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      if ((boolean) target.evaluate(HAS_FOCUS)) {
        return;
      }
    }
    throw new AssertionError("not reached with Tab: " + target);
  }

  @Test
  void theKeysOfTheBoard() {
    Crew crew = new Crew(sandbox());
    String worse = crew.open("The worse one", "P1");
    String other = crew.open("The other one", "P2");
    Screen screen = screen(Look.DESKTOP);
    Page page = screen.page();
    screen.signIn(sandbox().adminKey(), "/incidents?team=" + crew.id());

    page.keyboard().press("?");
    page.locator("dialog#keys[open]").waitFor();
    screen.isFine("keys-of-the-board");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog#keys[open]").count()).isZero();

    page.keyboard().press("/");
    page.keyboard().type("ar");
    assertThat(page.locator("#find").inputValue()).isEqualTo("ar");
    assertThat(crew.stateOf(worse)).isEqualTo("triggered");

    screen.open("/incidents?team=" + crew.id());
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(focused(page)).isEqualTo("open-" + other);
    page.keyboard().press("k");
    assertThat(focused(page)).isEqualTo("open-" + worse);
    page.keyboard().press("e");
    page.waitForURL(url -> url.contains("/escalate/"));
    assertThat(page.url()).endsWith(crew.incident(worse).path("id").asText());

    screen.open("/incidents?team=" + crew.id());
    page.keyboard().press("j");
    page.keyboard().press("a");
    row(page, worse).getByText("acknowledged").first().waitFor();
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("r");
    row(page, other).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(crew.stateOf(other)).isEqualTo("resolved");
    assertThat(crew.stateOf(worse)).isEqualTo("acknowledged");
  }

  private static Locator row(Page page, String reference) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(reference));
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.id");
  }
}
