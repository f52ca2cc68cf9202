package io.watchbill.laptop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.laptop.process.ProcessMark;
import io.watchbill.laptop.service.Readiness;
import io.watchbill.laptop.service.Service;
import java.io.PrintStream;

/** The command {@code status}. */
final class StatusReport {
  private final Installation installation;
  private final PrintStream terminal;

  StatusReport(Installation installation, PrintStream terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /** Prints the status for people; returns true when everything is up. */
  boolean print() {
    if (!installation.isRunning()) {
      terminal.println("Watchbill is not running on " + installation.data().root());
      if (new Leftovers(installation).exist()) {
        terminal.println(
            "A launcher was killed and left processes running: up takes over, down stops them.");
      }
      return false;
    }
    Ports ports = installation.ports().orElse(Ports.DEFAULT);
    Readiness readiness = new Readiness(ports);
    boolean ready = installation.isReady();
    terminal.printf("%-19s %s%n", "address", ports.address());
    for (Service service : Service.values()) {
      boolean serves = readiness.isReady(service);
      ready &= serves;
      terminal.printf(
          "%-19s %-23s %s (process %s)%n",
          service.module(),
          service.address(ports),
          serves ? "ready" : "not ready",
          number(installation.mark(service)));
    }
    terminal.printf("%-19s 127.0.0.1:%d%n", "Postgres", ports.postgres());
    terminal.printf("%-19s process %s%n", "launcher", number(installation.launcher()));
    terminal.printf("%-19s %s%n", "data", installation.data().root());
    return ready;
  }

  /** Prints the status as one JSON object; returns true when everything is up. */
  boolean printJson() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    boolean ready = installation.isReady();
    json.put("running", installation.isRunning()).put("ready", ready);
    if (installation.isRunning()) {
      Ports ports = installation.ports().orElse(Ports.DEFAULT);
      json.put("address", ports.address().toString());
      for (Service service : Service.values()) {
        json.put(service.word(), service.address(ports).toString());
      }
      json.put("key", installation.credentials().adminKey());
      installation
          .secrets()
          .find(Installation.INTEGRATION_KEY)
          .ifPresent(key -> json.put("integrationKey", key));
      json.put("postgres", ports.postgres());
      installation.launcher().find().ifPresent(p -> json.put("launcher", p.pid()));
    }
    json.put("data", installation.data().root().toString());
    terminal.println(json.toPrettyString());
    return ready;
  }

  private static String number(ProcessMark mark) {
    return mark.find().map(process -> String.valueOf(process.pid())).orElse("-");
  }
}
