package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser, started by the first test that wants one and shared by all. Where none is
 * installed, a person's run leaves these tests out and says so; in continuous integration that is a
 * failure.
 */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static Browser shared;

  private Chromium() {}

  static synchronized Browser shared() {
    if (shared == null) {
      Path program = installed();
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      shared =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program)
                      // Its sandbox does not work in containers; it sees pages of ours only.
                      .setChromiumSandbox(false));
    }
    return shared;
  }

  private static Path installed() {
    return Optional.ofNullable(System.getenv("CHROMIUM"))
        .map(Path::of)
        .or(
            () ->
                Stream.of(System.getenv("PATH").split(":", -1))
                    .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                    .filter(Files::isExecutable)
                    .findFirst())
        .orElseGet(Chromium::missing);
  }

  private static Path missing() {
    String message =
        "no Chromium or Chrome is installed (Debian: apt-get install chromium; CHROMIUM may name it)";
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
  }
}
