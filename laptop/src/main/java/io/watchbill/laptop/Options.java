package io.watchbill.laptop;

import io.watchbill.laptop.service.Program;
import io.watchbill.laptop.service.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * The options of the command line.
 *
 * @param ports only when named; a running installation knows its own
 * @param data where the data lives, absolute
 * @param developed the service that {@code dev} starts in development mode
 * @param program what the services are started as
 * @param person who signs in; an admin when nobody is named
 */
public record Options(
    Command command,
    boolean detach,
    boolean json,
    boolean yes,
    Optional<Ports> ports,
    Path data,
    Optional<Service> developed,
    Program program,
    Optional<String> person) {

  /** The launcher's commands. */
  public enum Command {
    UP,
    DEV,
    DEMO,
    STATUS,
    DOWN,
    RESET,
    SIGN_IN;

    /** As it is typed: {@code sign-in}. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Reads the arguments.
   *
   * @param defaultData used without {@code --data}
   * @throws Refusal naming the first argument that is not understood
   */
  public static Options parse(String[] arguments, Path defaultData) {
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    Command command = command(rest);
    Optional<Service> developed =
        command == Command.DEV ? Optional.of(service(rest)) : Optional.empty();
    boolean detach = false;
    boolean json = false;
    boolean yes = false;
    Optional<Ports> ports = Optional.empty();
    Path data = defaultData;
    Program program = Program.JAR;
    Optional<String> person = Optional.empty();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--detach" -> detach = only(Command.UP, command, option);
        case "--json" -> json = only(Command.STATUS, command, option);
        case "--native" -> {
          only(Command.UP, command, option);
          program = Program.EXECUTABLE;
        }
        case "--yes" -> yes = only(Command.RESET, command, option);
        case "--port-base" -> {
          if (command != Command.DEV) {
            only(Command.UP, command, option);
          }
          ports = Optional.of(ports(value(rest, option)));
        }
        case "--data" -> data = Path.of(value(rest, option));
        default -> {
          if (command != Command.SIGN_IN || person.isPresent() || option.startsWith("-")) {
            throw new Refusal("unknown option '" + option + "'; see ./watchbill help");
          }
          person = Optional.of(option);
        }
      }
    }
    return new Options(
        command,
        detach,
        json,
        yes,
        ports,
        data.toAbsolutePath().normalize(),
        developed,
        program,
        person);
  }

  private static Service service(Iterator<String> rest) {
    String word = rest.hasNext() ? rest.next() : "";
    return Arrays.stream(Service.values())
        .filter(s -> word.equals(s.word()) || word.equals(s.module()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "dev needs a service: incident, rotation or escalation"
                        + (word.isEmpty() ? "" : ", not '" + word + "'")));
  }

  private static Command command(Iterator<String> rest) {
    String word = rest.hasNext() ? rest.next() : "";
    return Arrays.stream(Command.values())
        .filter(c -> c.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refusal("unknown command '" + word + "'; see ./watchbill help"));
  }

  private static boolean only(Command owner, Command actual, String option) {
    if (owner != actual) {
      throw new Refusal(option + " belongs to the command " + owner.word());
    }
    return true;
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new Refusal(option + " needs a value");
    }
    return rest.next();
  }

  private static Ports ports(String value) {
    try {
      return new Ports(Integer.parseInt(value));
    } catch (NumberFormatException e) {
      throw new Refusal("--port-base needs a number, not '" + value + "'", e);
    }
  }
}
