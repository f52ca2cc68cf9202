package io.watchbill.cli.failure;

/** The exit codes of {@code wb}; scripts rely on them. */
public enum ExitCode {
  OK(0, "done"),
  FAILED(1, "failed, or you answered no"),
  USAGE(2, "the command is wrong: an option, a value, or a confirmation that is missing"),
  NOT_FOUND(3, "there is no such incident, rotation, person, ..."),
  NOT_ALLOWED(4, "not signed in, the key is not valid, or it has no right to this"),
  UNREACHABLE(5, "Watchbill did not answer, or is too busy; try again"),
  CONFLICT(6, "what is stored contradicts it: resolved already, the id is taken, ...");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** Returns what the process ends with. */
  public int number() {
    return number;
  }

  /** Returns what it means, for the documentation. */
  public String meaning() {
    return meaning;
  }
}
