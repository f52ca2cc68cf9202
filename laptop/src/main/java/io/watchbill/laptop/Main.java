package io.watchbill.laptop;

import io.watchbill.laptop.demo.Demo;
import io.watchbill.laptop.doctor.Doctor;
import io.watchbill.laptop.doctor.DoctorOptions;
import io.watchbill.laptop.service.ServiceCommand;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The launcher behind the script {@code watchbill}. */
public final class Main {
  private Main() {}

  /** Runs one command; exits with 0 on success. */
  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(arguments));
    } catch (Refusal e) {
      System.err.println("watchbill: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int run(String[] arguments) throws Exception {
    Path home = Path.of(System.getProperty("watchbill.home", ".")).toAbsolutePath().normalize();
    Path data = home.resolve(".watchbill");
    if (arguments.length > 0 && arguments[0].equals("doctor")) {
      List<String> rest = List.of(arguments).subList(1, arguments.length);
      return new Doctor(DoctorOptions.parse(rest, data), System.out).run();
    }
    Options options = Options.parse(arguments, data);
    Installation installation = new Installation(new DataDirectory(options.data()));
    return switch (options.command()) {
      case UP, DEV -> up(options, installation, home);
      case DEMO -> new Demo(installation, System.out).run();
      case STATUS -> status(options, installation);
      case DOWN -> {
        System.out.println(new Down(installation).run());
        yield 0;
      }
      case RESET -> new Reset(installation).run(options.yes());
      case SIGN_IN -> {
        System.out.println(new SignIn(installation).run(options.person()));
        yield 0;
      }
    };
  }

  private static int status(Options options, Installation installation) {
    StatusReport status = new StatusReport(installation, System.out);
    return (options.json() ? status.printJson() : status.print()) ? 0 : 1;
  }

  private static int up(Options options, Installation installation, Path home) throws Exception {
    DataDirectory data = installation.data();
    data.prepare();
    Ports ports = options.ports().or(installation::ports).orElse(Ports.DEFAULT);
    Optional<FileLock> lock = lock(data);
    if (lock.isEmpty()) {
      System.out.println("Watchbill is already running:");
      new StatusReport(installation, System.out).print();
      if (options.developed().isPresent()) {
        throw new Refusal("stop it with ./watchbill down, or use another --data and --port-base");
      }
      return 0;
    }
    installation.notReady();
    if (options.detach()) {
      DataDirectory.release(lock.get());
      new Detached(installation, ports, home, options.program(), System.out).run();
      return 0;
    }
    Libraries.logTo(data.logs().resolve("launcher-details.log"));
    Console console = new Console(System.out, data.log("launcher"));
    ServiceCommand command =
        new ServiceCommand(home, ports, installation.credentials(), options.program());
    new Up(installation, command, console, options.developed()).run();
    return 0;
  }

  /** Takes the lock; another command that checks it may hold it for a moment. */
  private static Optional<FileLock> lock(DataDirectory data)
      throws IOException, InterruptedException {
    Optional<FileLock> lock = data.tryLock();
    for (int tries = 0; lock.isEmpty() && tries < 10; tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
      lock = data.tryLock();
    }
    return lock;
  }
}
