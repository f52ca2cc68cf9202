package io.watchbill.systemtests;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * A test that looks at pages with a browser, through the one address of the installation that all
 * tests share. After each test no window may have complained: of scripts that fail, of what its
 * content security policy forbids, of what it could not load.
 */
abstract class BrowserTest {
  private static Sandbox sandbox;
  private final List<Screen> screens = new ArrayList<>();

  /** The browser first: without one nothing needs to be started. */
  @BeforeAll
  static void start() throws Exception {
    try (var context = Chromium.shared().newContext(new Browser.NewContextOptions())) {
      context.newPage();
    }
    sandbox = Sandbox.shared();
  }

  static Sandbox sandbox() {
    return sandbox;
  }

  /** Opens a window of somebody who is not signed in. */
  Screen screen(Look look) {
    return watched(new Screen(sandbox.address(), look));
  }

  /** A window that is held to having no complaints, and closed, at the end of the test. */
  Screen watched(Screen screen) {
    screens.add(screen);
    return screen;
  }

  @AfterEach
  void nothingIsComplainedOf() {
    try {
      screens.forEach(Screen::hasNoComplaints);
    } finally {
      screens.forEach(Screen::close);
      screens.clear();
    }
  }
}
