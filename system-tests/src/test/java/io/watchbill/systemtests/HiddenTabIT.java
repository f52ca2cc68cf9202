package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A tab that nobody sees asks for nothing, and is current again when it is looked at. */
class HiddenTabIT extends BrowserTest {
  /** A browser without windows has no tabs in the background. */
  private static final String HIDEABLE =
      """
      window.covered = false;
      Object.defineProperty(document, 'hidden', {get: () => window.covered});
      """;

  private static final int MINUTE = 60_000;
  private static final int A_POLL = 3_000;

  @Test
  void aHiddenTabAsksForNothing() {
    Crew crew = new Crew(sandbox());
    Screen screen = screen(Look.DESKTOP);
    Page page = screen.page();
    screen.signIn(sandbox().adminKey(), "/");
    page.addInitScript(HIDEABLE);
    page.clock().install();
    screen.open("/incidents?team=" + crew.id());
    poll(page);

    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.evaluate("window.covered = true");
    page.clock().runFor(MINUTE);
    // What was asked for would be heard of before this answer.
    page.evaluate("fetch('/status').then(answer => answer.status)");
    assertThat(asked).filteredOn(url -> !url.endsWith("/status")).isEmpty();

    String reference = crew.open("While nobody looked", "P2");
    page.evaluate("window.covered = false");
    poll(page);
    page.getByText(reference).first().waitFor();
  }

  /** Lets the page ask once, and be answered. */
  private static void poll(Page page) {
    Request request =
        page.waitForRequest(
            one -> one.url().contains("/fragments/incident/board"),
            () -> page.clock().runFor(A_POLL));
    request.response().finished();
  }
}
