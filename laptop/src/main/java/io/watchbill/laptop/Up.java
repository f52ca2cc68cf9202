package io.watchbill.laptop;

import io.watchbill.laptop.example.Example;
import io.watchbill.laptop.postgres.PostgresServer;
import io.watchbill.laptop.process.Supervised;
import io.watchbill.laptop.proxy.OneAddress;
import io.watchbill.laptop.proxy.PathTable;
import io.watchbill.laptop.service.Readiness;
import io.watchbill.laptop.service.Service;
import io.watchbill.laptop.service.ServiceCommand;
import io.watchbill.laptop.service.ServiceRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The commands {@code up} and {@code dev}: start everything and keep it running until stopped. */
final class Up {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PATIENCE_WITH_SOURCES = Duration.ofMinutes(15);

  private final Installation installation;
  private final ServiceCommand command;
  private final Ports ports;
  private final Console console;
  private final Shutdown shutdown;
  private final Readiness readiness;
  private final Optional<Service> developed;

  /** The developed service, if any, runs from its sources. */
  Up(
      Installation installation,
      ServiceCommand command,
      Console console,
      Optional<Service> developed) {
    this.installation = installation;
    this.command = command;
    this.ports = command.ports();
    this.console = console;
    this.shutdown = new Shutdown(console);
    this.readiness = new Readiness(ports);
    this.developed = developed;
  }

  /** Runs until the launcher is stopped; the lock on the data must be held. */
  void run() throws Exception {
    Leftovers leftovers = new Leftovers(installation);
    if (leftovers.stop()) {
      console.say("Stopped what an earlier run had left behind.");
    }
    OldLogs.makeWay(installation.data().logs());
    PortCheck.allFree(ports);
    installation.starting(ports);
    shutdown.add(installation::stopped);
    shutdown.add(leftovers::stop);
    shutdown.install();
    openAddress();
    startPostgres();
    LogLines pages = LogLines.pages(installation.data().log(Service.ESCALATION.word()));
    startServices();
    new Example(installation, console).loadIfEmpty();
    installation.ready();
    if (!Detached.isThisProcess()) {
      console.show(Welcome.to(installation, ports).text());
    }
    developed.ifPresent(service -> console.show(new Development(service, ports).text()));
    showPages(pages);
  }

  /** Before the services, whose pages have links with it; until they are ready it says so. */
  private void openAddress() {
    Map<Service, URI> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      services.put(service, service.address(ports));
    }
    OneAddress address = OneAddress.open(ports.proxy(), PathTable.ofChart(), services);
    shutdown.add(address::close);
  }

  private void startPostgres() throws Exception {
    long begun = System.nanoTime();
    console.say("Starting Postgres ...");
    PostgresServer server =
        new PostgresServer(installation.data(), ports.postgres(), installation.credentials());
    Supervised postgres = new Supervised("Postgres", server, console);
    shutdown.add(postgres::close);
    console.say("  Postgres is ready on port " + ports.postgres() + since(begun));
  }

  private void startServices() throws Exception {
    long begun = System.nanoTime();
    console.say("Starting the services ...");
    for (Service service : Service.values()) {
      Supervised supervised = new Supervised(service.module(), () -> start(service), console);
      shutdown.add(supervised::close);
    }
    showLog();
    awaitReady(begun);
  }

  private Supervised.Run start(Service service) throws IOException {
    Path log = installation.data().log(service.word());
    return developed.filter(service::equals).isPresent()
        ? ServiceRun.develop(service, command, log, installation.mark(service))
        : ServiceRun.start(service, command, log, installation.mark(service));
  }

  /** Shows the log of the developed service from its first line. */
  private void showLog() throws IOException {
    if (developed.isPresent()) {
      LogLines log = LogLines.all(installation.data().log(developed.get().word()));
      Thread.ofVirtual().name("shows the log").start(() -> follow(log));
    }
  }

  private void follow(LogLines log) {
    try {
      while (!shutdown.isOver()) {
        log.next().forEach(console::show);
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (IOException e) {
      console.say("The log cannot be shown: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(long begun) throws InterruptedException {
    Duration patience = developed.isPresent() ? PATIENCE_WITH_SOURCES : PATIENCE;
    Set<Service> missing = EnumSet.allOf(Service.class);
    while (!missing.isEmpty()) {
      for (Service service : EnumSet.copyOf(missing)) {
        if (readiness.isReady(service)) {
          missing.remove(service);
          console.say(
              "  " + service.module() + " is ready on port " + service.port(ports) + since(begun));
        }
      }
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw new Refusal(missing + " did not become ready; see ./watchbill logs");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void showPages(LogLines pages) throws IOException, InterruptedException {
    while (!shutdown.isOver()) {
      pages.next().forEach(console::say);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static String since(long begun) {
    return " (%.1f s)".formatted((System.nanoTime() - begun) / 1e9);
  }
}
