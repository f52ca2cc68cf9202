package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A phone without connection shows a page that says so, and has kept nothing that is not for all.
 */
class OfflineIT extends BrowserTest {
  private static final String IN_CHARGE = "() => navigator.serviceWorker.controller !== null";

  /** Address and text of all that the browser has been told to keep. */
  private static final String KEPT =
      """
      async () => {
        const kept = [];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            const answer = await cache.match(request);
            kept.push(new URL(request.url).pathname + ' ' + await answer.text());
          }
        }
        return kept;
      }
      """;

  /** Should its shell not have come at once, the next page that is loaded starts it again. */
  private static void isInCharge(Page page) {
    try {
      page.waitForFunction(IN_CHARGE);
    } catch (TimeoutError e) {
      page.reload();
      page.waitForFunction(IN_CHARGE);
    }
  }

  @Test
  void withoutConnectionAPageSaysSoAndNoIncidentWasKept() {
    Crew crew = new Crew(sandbox());
    String reference = crew.open("Not for the cupboard", "P1");
    Screen phone = screen(Look.PHONE);
    Page page = phone.page();
    phone.signIn(sandbox().adminKey(), "/incidents?team=" + crew.id());
    isInCharge(page);
    phone.open("/incidents/" + reference);
    page.getByText("Not for the cupboard").first().waitFor();

    phone.mayMiss("/fragments/");
    phone.context().setOffline(true);
    phone.open("/incidents/" + reference);

    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("No connection"))
        .waitFor();
    phone.isFine("offline");
    assertThat(page.content()).doesNotContain("Not for the cupboard");
    List<?> kept = (List<?>) page.evaluate(KEPT);
    assertThat(kept).isNotEmpty();
    assertThat(kept)
        .extracting(Object::toString)
        .allSatisfy(one -> assertThat(one).matches("(?s)/(offline|assets/[^ ]*) .*"))
        .noneSatisfy(one -> assertThat(one).contains("Not for the cupboard"))
        .noneSatisfy(one -> assertThat(one).contains(crew.id()));

    phone.context().setOffline(false);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again")).click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("My pages")).waitFor();
  }
}
