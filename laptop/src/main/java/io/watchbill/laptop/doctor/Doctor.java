package io.watchbill.laptop.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.laptop.DataDirectory;
import io.watchbill.laptop.Installation;
import io.watchbill.laptop.Ports;
import io.watchbill.laptop.service.Service;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The command {@code doctor}: asks the services, and looks at what only this program can see. */
public final class Doctor {
  private final DoctorOptions options;
  private final PrintStream terminal;

  public Doctor(DoctorOptions options, PrintStream terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Prints what was found; returns 0 when nothing failed, else 1. */
  public int run() throws InterruptedException, ExecutionException {
    List<Line> lines =
        options.urls().isEmpty() ? ofThisMachine() : ofServices(options.urls(), key());
    if (options.json()) {
      printJson(lines);
    } else {
      print(lines);
    }
    return failed(lines) == 0 ? 0 : 1;
  }

  private String key() {
    return options.keyFor(System.getenv(DoctorOptions.VARIABLE));
  }

  private List<Line> ofThisMachine() throws InterruptedException, ExecutionException {
    Installation installation = new Installation(new DataDirectory(options.data()));
    List<Line> lines = new ArrayList<>(new ThisMachine(installation).lines());
    if (installation.isRunning()) {
      Ports ports = installation.ports().orElse(Ports.DEFAULT);
      Map<Service, URI> urls = new EnumMap<>(Service.class);
      Arrays.stream(Service.values()).forEach(one -> urls.put(one, one.address(ports)));
      lines.addAll(ofServices(urls, installation.credentials().adminKey()));
    }
    return lines;
  }

  private static List<Line> ofServices(Map<Service, URI> urls, String key)
      throws InterruptedException, ExecutionException {
    List<Future<Examined>> asked = new ArrayList<>();
    List<Examined> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Map.Entry<Service, URI> one : new TreeMap<>(urls).entrySet()) {
        asked.add(threads.submit(() -> Examined.ask(one.getKey(), one.getValue(), key)));
      }
      for (Future<Examined> one : asked) {
        all.add(one.get());
      }
    }
    List<Line> lines = new ArrayList<>();
    all.forEach(one -> lines.addAll(one.lines()));
    lines.addAll(Agreement.of(all));
    return lines;
  }

  private void print(List<Line> lines) {
    lines.forEach(line -> terminal.println(line.shown()));
    long warnings = lines.stream().filter(line -> line.verdict() == Verdict.WARN).count();
    terminal.printf("%d failed, %d warnings.%n", failed(lines), warnings);
  }

  private void printJson(List<Line> lines) {
    ObjectNode json = new ObjectMapper().createObjectNode().put("ok", failed(lines) == 0);
    ArrayNode findings = json.putArray("findings");
    lines.forEach(line -> line.writeTo(findings.addObject()));
    terminal.println(json.toPrettyString());
  }

  private static long failed(List<Line> lines) {
    return lines.stream().filter(line -> line.verdict() == Verdict.FAIL).count();
  }
}
