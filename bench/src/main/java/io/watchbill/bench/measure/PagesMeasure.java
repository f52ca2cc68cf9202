package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Requests;
import io.watchbill.bench.load.Result;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two pages with most on them, asked for by somebody who has signed in: how long they take, how
 * much a browser loads the first time, and what boards cost that stay open while nothing changes.
 */
final class PagesMeasure implements Measure {
  private static final int OPEN = 500;
  private static final int PEOPLE = 20;
  private static final int BOARDS = 200;
  private static final double PER_SECOND = 50;

  /** Each board asks every two seconds. */
  private static final double POLLS_PER_SECOND = BOARDS / 2.0;

  private static final String BOARD = "/incidents";
  private static final String SCHEDULE = "/schedules/twenty?weeks=5";

  @Override
  public String id() {
    return "pages";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1);
        Connection owner = ground.connect()) {
      incidents(ground, owner);
      schedule(ground.fleet().api(Service.ROTATION));
      Ground.awaitNone(owner, IncidentsMeasure.UNDER_WAY);
      Browser browser =
          Browser.signedIn(ground.address(Service.ROTATION), ground.fleet().adminKey());
      List<Figure> figures = new ArrayList<>();
      figures.add(
          speed(
              scale,
              new Requests(ground.address(Service.INCIDENT), browser.headers()),
              "board",
              "the board of incidents",
              BOARD,
              OPEN + " open incidents, of which it shows the first 50"));
      figures.add(
          speed(
              scale,
              new Requests(ground.address(Service.ROTATION), browser.headers()),
              "schedule",
              "the schedule of a month",
              SCHEDULE,
              PEOPLE + " people who take turns of a day, in two roles"));
      URI incidents = ground.address(Service.INCIDENT);
      URI rotations = ground.address(Service.ROTATION);
      figures.add(size(browser.load(incidents, incidents, BOARD), "board", BOARD));
      figures.add(size(browser.load(rotations, incidents, SCHEDULE), "schedule", SCHEDULE));
      figures.add(polling(scale, ground, browser));
      return figures;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Figure speed(
      Scale scale, Requests requests, String name, String what, String path, String note) {
    new OpenLoop(PER_SECOND).run(scale.warmUp(), number -> requests.get(path));
    Result result = new OpenLoop(PER_SECOND).run(scale.load(), number -> requests.get(path));
    return Figure.of(
        id() + "/" + name,
        what + ", p99",
        Limit.atMost(50, " ms"),
        result.millisAt(99),
        Limit.number(result.millisAt(99)) + " ms",
        result.failed(),
        "%s; %s/s in an open loop; p50 %s ms, longest %s ms"
            .formatted(
                note,
                Limit.number(PER_SECOND),
                Limit.number(result.millisAt(50)),
                Limit.number(result.millisAt(100))));
  }

  private Figure size(FirstLoad load, String name, String path) {
    double kilobytes = load.bytes() / 1000.0;
    return Figure.of(
        id() + "/" + name + "-size",
        "first load of " + path.replaceFirst("\\?.*", "") + ", compressed",
        Limit.atMost(100, " kB"),
        kilobytes,
        Limit.number(kilobytes) + " kB",
        load.elsewhere().size(),
        "the page and the %d files that it names, bodies only; %s"
            .formatted(
                load.files(),
                load.elsewhere().isEmpty()
                    ? "none from another host"
                    : "from other hosts: " + load.elsewhere()));
  }

  private Figure polling(Scale scale, Ground ground, Browser browser) {
    Requests requests = new Requests(ground.address(Service.INCIDENT), browser.headers());
    String path = browser.poll(ground.address(Service.INCIDENT), BOARD);
    OpenLoop boards = new OpenLoop(POLLS_PER_SECOND);
    boards.run(scale.warmUp(), number -> requests.unchanged(path));
    double without = cores(ground.fleet(), () -> Fleet.pause(scale.idle()));
    Result[] result = new Result[1];
    OpenLoop counted = new OpenLoop(POLLS_PER_SECOND);
    double with =
        cores(
            ground.fleet(),
            () -> result[0] = counted.run(scale.idle(), number -> requests.unchanged(path)));
    double percent = 100 * (with - without);
    return Figure.of(
        id() + "/open-boards",
        "processor time for " + BOARDS + " boards that stay open",
        Limit.atMost(5, "% of a core"),
        percent,
        Limit.number(percent) + "%",
        result[0].failed(),
        "each asks every 2 s and nothing changes; all three services and Postgres, %s%% with and %s%% without, over %d s each; p99 %s ms"
            .formatted(
                Limit.number(100 * with),
                Limit.number(100 * without),
                scale.idle().toSeconds(),
                Limit.number(result[0].millisAt(99))));
  }

  /** How many cores the fleet used meanwhile. */
  private static double cores(Fleet fleet, Runnable meanwhile) {
    double before = fleet.cpuSeconds();
    long began = System.nanoTime();
    meanwhile.run();
    return (fleet.cpuSeconds() - before) / ((System.nanoTime() - began) / 1e9);
  }

  /** All acknowledged, so that nobody is paged meanwhile. */
  private static void incidents(Ground ground, Connection owner) {
    UUID open = Original.make(ground);
    ground
        .fleet()
        .api(Service.INCIDENT)
        .post("/v1/incidents/" + open + "/acknowledge", "{}")
        .expectSuccess("acknowledge");
    Duration spacing = Duration.ofMinutes(1);
    Clones clones = new Clones(owner, open);
    clones.makeIncidents(OPEN - 1, spacing.multipliedBy(OPEN).negated(), spacing);
    clones.settle();
  }

  private static void schedule(Api api) {
    List<String> people = IntStream.range(0, PEOPLE).mapToObj(i -> "p-" + i).toList();
    for (String person : people) {
      api.put("/v1/people/" + person, "{\"name\":\"" + person + "\",\"timeZone\":\"UTC\"}")
          .expectSuccess("person");
    }
    String turns =
        people.stream().map(person -> "[\"" + person + "\"]").collect(Collectors.joining(","));
    api.put(
            "/v1/rotations/twenty",
            """
            {"name":"Twenty","team":"bench","timeZone":"Europe/Berlin","roles":[
              {"name":"primary","layers":[{"name":"daily","start":"2026-01-05T09:00:00",
                "cadence":{"every":1,"unit":"day"},"turns":[%s]}]},
              {"name":"secondary","follows":{"role":"primary","offset":1}}]}
            """
                .formatted(turns))
        .expectSuccess("rotation");
  }
}
