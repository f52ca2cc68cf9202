package io.watchbill.laptop.service;

import io.watchbill.laptop.process.ProcessMark;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.process.Supervised;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
    ProcessBuilder builder =
        new ProcessBuilder(Processes.apartFromTerminal(command.line(service)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(command.environment(service));
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
    Processes.end(process.toHandle(), PATIENCE);
    mark.delete();
  }
}
