package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** The menu of pages: folded on a phone, always open on a desktop, without scripts too. */
class MenuIT extends BrowserTest {
  private static final int THUMB = 44;

  private Screen signedIn(Look look) {
    Screen screen = watched(Screen.withoutScripts(sandbox().address(), look));
    screen.signIn(sandbox().adminKey(), "/incidents");
    return screen;
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void onAPhoneItUnfoldsByKeyboardAndLeadsToAPage() {
    Page page = signedIn(Look.PHONE).page();
    assertThat(link(page, "Schedules").isVisible()).isFalse();

    Locator menu = page.locator("summary", new Page.LocatorOptions().setHasText("Menu"));
    menu.focus();
    page.keyboard().press("Enter");

    link(page, "Schedules").waitFor();
    for (Locator each : page.locator(".menu > summary, .menu a").all()) {
      BoundingBox box = each.boundingBox();
      assertThat(box.height).as(each.textContent()).isGreaterThanOrEqualTo(THUMB);
      assertThat(box.x + box.width).as(each.textContent()).isLessThanOrEqualTo(360);
    }
    link(page, "Schedules").click();
    page.waitForURL("**/schedules");
  }

  @Test
  void onADesktopItStandsOpen() {
    Page page = signedIn(Look.DESKTOP).page();

    assertThat(page.locator(".menu > summary").isVisible()).isFalse();
    link(page, "Schedules").click();
    page.waitForURL("**/schedules");
  }
}
