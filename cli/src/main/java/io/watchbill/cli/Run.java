package io.watchbill.cli;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.output.Printable;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.session.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line, and says in one line what went wrong. */
final class Run {
  private final Terminal terminal;
  private final CommandLine commands;

  Run(Surroundings surroundings) {
    terminal = surroundings.terminal();
    commands =
        Commands.in(surroundings)
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
            .setParameterExceptionHandler((exception, arguments) -> mistyped(exception))
            .setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
  }

  /** Returns the exit code. */
  int of(String... arguments) {
    if (Arrays.stream(arguments).anyMatch(argument -> argument.indexOf('\uFFFD') >= 0)) {
      return said(
          Failure.usage("not all that you typed could be read; set LANG to one with UTF-8"));
    }
    return commands.execute(arguments);
  }

  private int mistyped(ParameterException exception) {
    CommandLine command = exception.getCommandLine();
    List<String> near =
        exception instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String message = exception.getMessage() == null ? "wrong usage" : exception.getMessage();
    return said(
        Failure.usage(
            "%s%s; see %s --help"
                .formatted(
                    message.replaceAll("\\.$", ""),
                    near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?",
                    command.getCommandSpec().qualifiedName())));
  }

  private int failed(Exception exception) {
    if (exception instanceof Failure failure) {
      return said(failure);
    }
    return said(
        new Failure(
            ExitCode.FAILED, "this should not have happened: %s".formatted(exception), exception));
  }

  private int said(Failure failure) {
    terminal.out().flush();
    terminal.say("wb: " + Printable.line(failure.text()));
    return failure.code().number();
  }
}
