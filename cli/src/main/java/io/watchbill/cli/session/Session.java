package io.watchbill.cli.session;

import io.watchbill.cli.Version;
import io.watchbill.cli.config.Choice;
import io.watchbill.cli.config.ConfigFile;
import io.watchbill.cli.config.Connection;
import io.watchbill.cli.config.Connections;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Pause;
import io.watchbill.cli.output.Format;
import io.watchbill.cli.output.JsonText;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Yaml;
import io.watchbill.cli.time.TimeReader;
import io.watchbill.cli.time.TimeText;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command works with. Nothing is read before it is asked for. */
public final class Session {
  private final Options options;
  private final Surroundings surroundings;
  private @Nullable Connection connection;
  private @Nullable Api api;

  public Session(Options options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  /** Returns the options and variables that choose the connection. */
  public Choice choice() {
    return new Choice(
        Optional.ofNullable(options.url),
        Optional.ofNullable(options.profile),
        Optional.ofNullable(options.data),
        surroundings.home(),
        surroundings.environment());
  }

  /** Returns the file of profiles. */
  public ConfigFile config() {
    return ConfigFile.in(surroundings.environment());
  }

  /** Returns whom to ask, and as whom. */
  public Connection connection() {
    if (connection == null) {
      ConfigFile file = config();
      if (file.isOpen()) {
        terminal().say("wb: others can read your key: chmod 600 " + file.path());
      }
      connection = new Connections(file).find(choice());
    }
    return connection;
  }

  /** Returns the APIs of the connection. */
  public Api api() {
    if (api == null) {
      api = api(connection());
    }
    return api;
  }

  /** Returns the APIs of another connection. */
  public Api api(Connection other) {
    return new Api(
        other,
        "wb/" + Version.TEXT,
        surroundings.pause(),
        warning -> terminal().say("wb: " + warning));
  }

  public Terminal terminal() {
    Terminal terminal = surroundings.terminal();
    return options.noColour ? terminal.withoutColours() : terminal;
  }

  public Clock clock() {
    return surroundings.clock();
  }

  /** Returns the zone in which times are shown and read. */
  public ZoneId zone() {
    return options.utc ? ZoneOffset.UTC : surroundings.zone();
  }

  /** Returns how times are written. */
  public TimeText times() {
    return times(zone());
  }

  /** Returns how times of another zone are written. */
  public TimeText times(ZoneId zone) {
    ZoneId named = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    return new TimeText(clock().instant(), named);
  }

  /** Returns how times are read. */
  public TimeReader reader() {
    return new TimeReader(clock(), zone());
  }

  /** Returns the chosen format; empty when none was chosen. */
  public Optional<Format> chosenFormat() {
    return Optional.ofNullable(options.output);
  }

  /** Prints what was asked for. */
  public void show(View view) {
    switch (chosenFormat().orElse(Format.table)) {
      case table -> view.print().accept(terminal());
      case json -> terminal().out().print(JsonText.pretty(view.data()) + "\n");
      case yaml -> terminal().out().print(Yaml.of(view.data()));
    }
    terminal().out().flush();
  }

  /**
   * Returns when the person agrees.
   *
   * @param yes whether they did so by an option
   */
  public void confirm(String question, boolean yes) {
    if (yes) {
      return;
    }
    if (!terminal().interactive()) {
      throw Failure.usage("nobody is there to confirm it; repeat the command with --yes");
    }
    String answer = terminal().ask(question + " [y/N] ").orElse("").toLowerCase(Locale.ROOT);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new Failure(ExitCode.FAILED, "nothing was done");
    }
  }

  /** Returns how to wait. */
  public Pause pause() {
    return surroundings.pause();
  }
}
