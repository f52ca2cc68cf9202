package io.watchbill.cli;

import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.session.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Runs {@code wb} in this process, at a fixed instant, for a person or for a script. */
public final class WbRun {
  public static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  /** How a run ended, and what it printed. */
  public record Result(int code, String out, String err) {}

  private final Map<String, String> environment = new HashMap<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Optional<Path> home = Optional.empty();
  private String input = "";
  private boolean interactive;
  private boolean colours;
  private int width;
  private int mostPauses = 1_000;

  /** One that asks these services, with a key from the environment. */
  public static WbRun of(Services services) {
    return new WbRun()
        .with("WATCHBILL_URL", services.url())
        .with("WATCHBILL_KEY", "wb_aaaaaaaaaaaa_secret")
        .with("HOME", "/nonexistent");
  }

  public WbRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Started by the script of this directory. */
  public WbRun at(Path script) {
    home = Optional.of(script);
    return this;
  }

  public WbRun input(String text) {
    input = text;
    return this;
  }

  /** A person sits there, and types this. */
  public WbRun typing(String text) {
    interactive = true;
    return input(text);
  }

  public WbRun colours() {
    colours = true;
    return this;
  }

  public WbRun columns(int columns) {
    width = columns;
    return this;
  }

  /** Is interrupted when it waits for the nth time. */
  public WbRun interruptedAtPause(int number) {
    mostPauses = number;
    return this;
  }

  public List<Duration> pauses() {
    return pauses;
  }

  /** The commands themselves, to read what they say about themselves. */
  static CommandLine commands() {
    return Commands.in(new WbRun().surroundings(nowhere()));
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Terminal terminal =
        new Terminal(
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            colours,
            width,
            question -> Optional.of("wb_bbbbbbbbbbbb_typed"));
    int code = new Run(surroundings(terminal)).of(arguments);
    boolean interrupted = Thread.interrupted();
    assert !interrupted || mostPauses < 1_000;
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Terminal nowhere() {
    PrintStream nothing = new PrintStream(OutputStream.nullOutputStream());
    return new Terminal(
        InputStream.nullInputStream(), nothing, nothing, false, false, 0, q -> Optional.empty());
  }

  private Surroundings surroundings(Terminal terminal) {
    return new Surroundings(
        environment,
        home,
        terminal,
        Clock.fixed(NOW, ZoneOffset.UTC),
        ZoneId.of("Europe/Berlin"),
        this::pause);
  }

  private void pause(Duration duration) throws InterruptedException {
    pauses.add(duration);
    if (pauses.size() >= mostPauses) {
      throw new InterruptedException();
    }
  }
}
