package io.watchbill.cli.failure;

/** A command cannot do its work. The message is for the person: what is wrong and what to do. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  public Failure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  public Failure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Returns the failure of a command that was typed wrong. */
  public static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }

  public ExitCode code() {
    return code;
  }

  /** Returns the message, which a failure always has. */
  public String text() {
    String message = getMessage();
    return message == null ? code.meaning() : message;
  }
}
