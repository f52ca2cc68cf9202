package io.watchbill.laptop.service;

import io.watchbill.laptop.process.ProcessMark;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.process.Supervised;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a service: a process of the operating system, marked in a file while it lives. */
public final class ServiceRun implements Supervised.Run {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final ProcessMark mark;

  private ServiceRun(Process process, ProcessMark mark) {
    this.process = process;
    this.mark = mark;
  }

  /** Starts the service; its output goes to the end of the log. */
  public static ServiceRun start(
      Service service, ServiceCommand command, Path log, ProcessMark mark) throws IOException {
    return start(command.line(service), command.environment(service), log, mark);
  }

  /** Starts the service from its sources. */
  public static ServiceRun develop(
      Service service, ServiceCommand command, Path log, ProcessMark mark) throws IOException {
    return start(command.developmentLine(service), command.environment(service), log, mark);
  }

  private static ServiceRun start(
      List<String> line, Map<String, String> environment, Path log, ProcessMark mark)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Processes.apartFromTerminal(line))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    mark.write(process.toHandle());
    return new ServiceRun(process, mark);
  }

  @Override
  public boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void end() {
    Processes.endTree(process.toHandle(), PATIENCE);
    mark.delete();
  }
}
