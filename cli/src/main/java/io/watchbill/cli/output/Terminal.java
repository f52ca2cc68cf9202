package io.watchbill.cli.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a command prints and reads. Standard output is only for what was asked for; everything that
 * is said about it goes to standard error.
 *
 * @param interactive whether a person sits at it
 * @param width its columns; 0 when unknown
 * @param hidden reads a line without showing it, after the text that asks for it
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    boolean colours,
    int width,
    Function<String, Optional<String>> hidden) {

  /** Returns the same without colours. */
  public Terminal withoutColours() {
    return new Terminal(in, out, err, interactive, false, width, hidden);
  }

  /** Returns one that prints where this one says things. */
  public Terminal onError() {
    return new Terminal(in, err, err, interactive, colours, width, hidden);
  }

  /** Prints a table. */
  public void print(Table table) {
    table.lines(width, colours).forEach(line -> out.print(line + "\n"));
  }

  /** Prints a table and cuts nothing. */
  public void printWhole(Table table) {
    table.lines(0, colours).forEach(line -> out.print(line + "\n"));
  }

  /** Prints a text of the services, with its line breaks. */
  public void print(String text) {
    out.print(Printable.text(text) + "\n");
  }

  /** Says something to the person. */
  public void say(String message) {
    out.flush();
    err.print(Printable.text(message) + "\n");
    err.flush();
  }

  /** Asks for a line; empty at the end of the input. */
  public Optional<String> ask(String question) {
    err.print(Printable.text(question));
    err.flush();
    return line();
  }

  /** Reads a line of the input; empty at its end. */
  public Optional<String> line() {
    try {
      return Optional.ofNullable(reader().readLine()).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the input to its end. */
  public String rest() {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line is asked for at a time, and a person sends no more than that. */
  private BufferedReader reader() {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
