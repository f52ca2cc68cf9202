package io.watchbill.laptop;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The launcher's output: on the terminal and in its log. */
public final class Console {
  private final PrintStream terminal;
  private final Path log;

  public Console(PrintStream terminal, Path log) {
    this.terminal = terminal;
    this.log = log;
  }

  /** Prints text with a secret: on the terminal only. */
  public synchronized void show(String text) {
    terminal.println(text);
    terminal.flush();
  }

  /** Prints one or more lines. */
  public synchronized void say(String text) {
    show(text);
    try {
      Files.writeString(log, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      terminal.println("(the log cannot be written: " + e.getMessage() + ")");
    }
  }
}
