package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person's browser window, with sessions of its own. It notes whatever the page complains of. */
final class Screen implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Path PICTURES_OF_DOCS = Path.of("..", "docs", "images");
  private static final String VIOLATION =
      """
      document.addEventListener('securitypolicyviolation', event => console.error(
        'content security policy: ' + event.violatedDirective + ' ' + event.blockedURI))
      """;

  private final URI address;
  private final Look look;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  Screen(URI address, Look look) {
    this(address, look, look.options());
  }

  /** One in which no script runs, as where somebody has turned them off, or they did not come. */
  static Screen withoutScripts(URI address, Look look) {
    return new Screen(address, look, look.options().setJavaScriptEnabled(false));
  }

  private Screen(URI address, Look look, Browser.NewContextOptions options) {
    this.address = address;
    this.look = look;
    context = Chromium.shared().newContext(options);
    context.addInitScript(VIOLATION);
    context.setDefaultTimeout(20_000);
    page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(error -> complaints.add("uncaught: " + error));
    page.onRequestFailed(this::note);
  }

  /** From now on, what has this in its address may not be answered, and that is no complaint. */
  void mayMiss(String part) {
    missed.add(part);
  }

  private void note(Request request) {
    if (!isMissed(request.url())) {
      complaints.add("no answer: " + request.url());
    }
  }

  private boolean isMissed(String url) {
    return missed.stream().anyMatch(url::contains);
  }

  /**
   * A page that is an error itself may say so; an icon that no page names is the browser's own
   * idea.
   */
  private void note(ConsoleMessage message) {
    boolean notLoaded = message.text().startsWith("Failed to load resource");
    boolean expected =
        message.location().startsWith(page.url() + ":")
            || message.location().startsWith(address.resolve("/favicon.ico") + ":");
    if (message.type().equals("error")
        && !(notLoaded && expected)
        && !isMissed(message.location())
        && !isMissed(message.text())) {
      complaints.add(message.text() + " (" + message.location() + ")");
    }
  }

  /** Opens a path of the one address, or any address; the status of the answer. */
  int open(String pathOrUrl) {
    Response response = page.navigate(address.resolve(pathOrUrl).toString());
    return response.status();
  }

  /** Signs in by a key, and is led where the person wanted to go. */
  void signIn(String key, String path) {
    open(path);
    assertThat(page.url()).contains("/sign-in");
    page.getByLabel("Personal key").fill(key);
    press("Sign in");
    page.waitForURL(url -> url.endsWith(path));
  }

  /** Signs a person in by a link that an admin has made. */
  void signInAs(Sandbox sandbox, String person) {
    String link =
        sandbox
            .api(Service.ROTATION)
            .post("/v1/sign-in-links", "{\"person\": \"%s\"}".formatted(person))
            .expectSuccess("link")
            .path("url")
            .asText();
    open(URI.create(link).getPath());
    page.locator("main button").click();
    page.waitForURL(url -> url.equals(address.resolve("/").toString()));
  }

  /** Presses the first button of that name. */
  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  /** Everything that this person's browser keeps and does. */
  BrowserContext context() {
    return context;
  }

  /** The window's page, for what this class has no word for. */
  Page page() {
    return page;
  }

  /** Takes a picture of the whole page, and for the documentation when that is asked for. */
  void picture(String name) {
    List<Path> places = new ArrayList<>(List.of(PICTURES));
    if (System.getProperty("watchbill.screenshots") != null) {
      places.add(PICTURES_OF_DOCS);
    }
    for (Path place : places) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(place.resolve(name + ".png")).setFullPage(true));
    }
  }

  /** Holds the page to all that every page must be, by day and by night, and takes its pictures. */
  void isFine(String name) {
    for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
      String full = name + "-" + look.word() + "-" + colors.name().toLowerCase(Locale.ROOT);
      picture(full);
      List<String> violations =
          colors == ColorScheme.LIGHT ? Axe.violations(page) : Axe.violationsOfColors(page);
      assertThat(violations).as(full).isEmpty();
    }
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("%s, %s: nobody should have to scroll sideways", name, look.word())
        .isLessThanOrEqualTo(0);
    hasNoComplaints();
  }

  void hasNoComplaints() {
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
