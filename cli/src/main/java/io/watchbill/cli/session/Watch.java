package io.watchbill.cli.session;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.output.Format;
import io.watchbill.cli.output.JsonText;
import io.watchbill.cli.output.Terminal;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Shows something once, or again and again until it is stopped. A terminal is cleared each time;
 * for programs there is one JSON document a line.
 */
public record Watch(Session session) {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final String CLEAR = "\033[H\033[2J";

  /** Shows what the view has, again and again when {@code watch} is set. */
  public void show(boolean watch, Supplier<View> view) {
    if (!watch) {
      session.show(view.get());
      return;
    }
    try {
      while (!session.terminal().out().checkError()) {
        again(view);
        session.pause().of(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A service that does not answer for a while ends nothing. */
  private void again(Supplier<View> view) {
    Terminal terminal = session.terminal();
    try {
      View now = view.get();
      if (session.chosenFormat().orElse(Format.table) == Format.json) {
        terminal.out().print(JsonText.compact(now.data()) + "\n");
        terminal.out().flush();
        return;
      }
      terminal.out().print(terminal.interactive() ? CLEAR : "\n");
      session.show(now);
    } catch (Failure failure) {
      if (failure.code() != ExitCode.UNREACHABLE) {
        throw failure;
      }
      terminal.say("wb: " + failure.text());
    }
  }
}
