package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.bench.load.Requests;
import io.watchbill.laptop.Refusal;
import io.watchbill.laptop.service.Program;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How small and quick the native executables are, where they were built. */
final class ExecutablesMeasure implements Measure {
  private static final int TIMES = 5;
  private static final int REQUESTS = 10_000;
  private static final int CLIENTS = 16;
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private static final Limit SIZE = Limit.atMost(90, " MB");
  private static final Limit START = Limit.atMost(100, " ms");
  private static final Limit IDLE = Limit.atMost(80, " MiB");
  private static final Limit BUSY = Limit.atMost(150, " MiB");

  @Override
  public String id() {
    return "native";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    List<Figure> figures = new ArrayList<>();
    try {
      for (Service service : Service.values()) {
        figures.add(size(options.home(), service));
      }
    } catch (Refusal none) {
      return Arrays.stream(Service.values()).map(ExecutablesMeasure::notMeasured).toList();
    }
    try (Ground ground = Ground.start(options, Program.EXECUTABLE, 1)) {
      for (Replica replica : ground.fleet().replicas()) {
        figures.addAll(figures(ground, replica));
      }
    }
    return figures;
  }

  private static Figure notMeasured(Service service) {
    return Figure.notMeasured(
        "native/" + service.word() + "-size",
        service.module() + ", native",
        Optional.of(SIZE),
        "not built; ./watchbill native does");
  }

  private Figure size(Path home, Service service) {
    try {
      double megabytes = Files.size(Program.executable(home, service)) / 1e6;
      return figure(service, "size", "executable", SIZE, megabytes, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Figure> figures(Ground ground, Replica replica) {
    Fleet fleet = ground.fleet();
    Service service = replica.service();
    double best = Double.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      replica.kill();
      long began = System.nanoTime();
      replica.start();
      while (!fleet.isReady(replica)) {
        Fleet.pause(Duration.ofMillis(2));
      }
      best = Math.min(best, (System.nanoTime() - began) / 1e6);
    }
    Fleet.pause(SETTLING);
    double idle = replica.residentMiB();
    ask(new Requests(ground.address(service), ground.asAdmin()), path(service));
    double busy = replica.residentMiB();
    return List.of(
        figure(
            service,
            "start",
            "first 200 of its readiness after the start",
            START,
            best,
            "the best of %d starts, asked every 2 ms".formatted(TIMES)),
        figure(
            service,
            "idle",
            "resident %d s after the start".formatted(SETTLING.toSeconds()),
            IDLE,
            idle,
            "a heap of at most 512 MiB"),
        figure(
            service,
            "busy",
            "resident after 10,000 requests",
            BUSY,
            busy,
            "GET %s, %d clients in a closed loop".formatted(path(service), CLIENTS)));
  }

  private Figure figure(
      Service service, String part, String what, Limit limit, double value, String note) {
    return Figure.of(
        id() + "/" + service.word() + "-" + part,
        service.module() + ", native: " + what,
        limit,
        value,
        Limit.number(value) + limit.unit(),
        0,
        note);
  }

  private static void ask(Requests requests, String path) {
    AtomicLong left = new AtomicLong(REQUESTS);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofVirtual().start(() -> askUntilNoneAreLeft(requests, path, left)));
    }
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void askUntilNoneAreLeft(Requests requests, String path, AtomicLong left) {
    while (left.getAndDecrement() > 0) {
      if (!requests.get(path)) {
        throw new IllegalStateException("not answered: " + path);
      }
    }
  }

  private static String path(Service service) {
    return switch (service) {
      case INCIDENT -> "/v1/incidents";
      case ROTATION -> "/v1/on-call?rotation=bench";
      case ESCALATION -> "/v1/policies";
    };
  }
}
