package io.watchbill.laptop;

import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.service.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: a launcher of its own, followed until everything is ready. */
final class Detached {
  /** Set where nobody sees what the launcher shows. */
  private static final String UNSEEN = "watchbill.unseen";

  private final Installation installation;
  private final Ports ports;
  private final Path home;
  private final Program program;
  private final PrintStream terminal;
  private long shown;

  Detached(
      Installation installation, Ports ports, Path home, Program program, PrintStream terminal) {
    this.installation = installation;
    this.ports = ports;
    this.home = home;
    this.program = program;
    this.terminal = terminal;
  }

  /** Starts the launcher and waits until everything is ready. */
  void run() throws IOException, InterruptedException {
    Path log = installation.data().log("launcher");
    shown = Files.exists(log) ? Files.size(log) : 0;
    Process launcher = start();
    Thread giveUp = new Thread(() -> Processes.end(launcher.toHandle(), Duration.ofSeconds(30)));
    Runtime.getRuntime().addShutdownHook(giveUp);
    boolean ready = false;
    while (!ready && launcher.isAlive()) {
      ready = installation.isReady();
      TimeUnit.MILLISECONDS.sleep(100);
      show(log);
    }
    Runtime.getRuntime().removeShutdownHook(giveUp);
    if (!ready) {
      throw new Refusal("it did not start:\n" + Files.readString(output()));
    }
    terminal.println(Welcome.to(installation, ports).text());
  }

  /** Returns whether this process is a launcher that was detached. */
  static boolean isThisProcess() {
    return Boolean.getBoolean(UNSEEN);
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dwatchbill.home=" + home);
    command.add("-D" + UNSEEN + "=true");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("up", "--data", installation.data().root().toString()));
    command.addAll(List.of("--port-base", String.valueOf(ports.base())));
    if (program == Program.EXECUTABLE) {
      command.add("--native");
    }
    Process process =
        new ProcessBuilder(Processes.apartFromTerminal(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(output().toFile())
            .start();
    process.getOutputStream().close();
    return process;
  }

  /** Returns what the launcher printed about a failure; its progress is in its log. */
  private Path output() {
    return installation.data().logs().resolve("launcher.err");
  }

  private void show(Path log) throws IOException {
    if (!Files.exists(log)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      if (file.length() < shown) {
        shown = 0;
      }
      byte[] bytes = new byte[(int) (file.length() - shown)];
      file.seek(shown);
      file.readFully(bytes);
      shown += bytes.length;
      terminal.print(new String(bytes, StandardCharsets.UTF_8));
      terminal.flush();
    }
  }
}
