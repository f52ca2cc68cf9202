package io.watchbill.cli;

import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.session.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The program {@code wb}. */
public final class Main {
  private Main() {}

  /** Runs the command of the arguments and ends with its exit code. */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Terminal terminal = ThisTerminal.of(environment);
    Surroundings surroundings =
        new Surroundings(
            environment,
            Optional.ofNullable(System.getProperty("watchbill.home")).map(Path::of),
            terminal,
            Clock.systemUTC(),
            ZoneId.systemDefault(),
            Thread::sleep);
    int code = new Run(surroundings).of(arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }
}
