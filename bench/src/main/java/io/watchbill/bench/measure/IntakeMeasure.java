package io.watchbill.bench.measure;

import io.watchbill.bench.load.ClosedLoop;
import io.watchbill.bench.load.EventSink;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Result;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The intake by itself: what the escalation-service would do with the incidents is done elsewhere,
 * a sink takes the events in its stead.
 */
final class IntakeMeasure implements Measure {
  private static final int CLIENTS = 32;

  private final String id;
  private final int alerts;
  private final double share;

  private IntakeMeasure(String id, int alerts, double share) {
    this.id = id;
    this.alerts = alerts;
    this.share = share;
  }

  /** One alert a request: at least half of what Postgres can do with such rows. */
  static IntakeMeasure single() {
    return new IntakeMeasure("intake", 1, 0.5);
  }

  /** A hundred alerts a request: an absolute limit. */
  static IntakeMeasure grouped() {
    return new IntakeMeasure("groups", 100, 0);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1)) {
      ground.fleet().replica(Service.ESCALATION).kill();
      try (EventSink sink = new EventSink(ground.fleet().replica(Service.ESCALATION).port())) {
        Webhooks webhooks = new Webhooks(ground.address(Service.INCIDENT), ground.integrationKey());
        // Of all that is measured here it takes the compiler the longest to be done with this.
        most(webhooks, scale.warmUp().multipliedBy(3));
        Result most = most(webhooks, scale.load());
        Pgbench pgbench = new Pgbench(ground.fleet(), alerts == 1 ? "intake" : "groups");
        OptionalDouble peer = pgbench.run(scale.load(), Pgbench.CLIENTS);
        double half = most.perSecond() / 2;
        Result atHalf =
            new OpenLoop(half)
                .run(scale.load(), number -> webhooks.send(webhooks.nextNumber(), alerts));
        return figures(most, peer, half, atHalf);
      }
    }
  }

  private Result most(Webhooks webhooks, Duration time) {
    return new ClosedLoop(CLIENTS)
        .run(time, 0, number -> webhooks.send(webhooks.nextNumber(), alerts));
  }

  private List<Figure> figures(Result most, OptionalDouble peer, double half, Result atHalf) {
    List<Figure> figures = new ArrayList<>();
    String clients = CLIENTS + " clients in a closed loop";
    if (share == 0) {
      figures.add(
          Figure.of(
              id + "/most",
              "alerts taken a second, " + alerts + " in a request",
              Limit.atLeast(10_000, "/s"),
              most.perSecond() * alerts,
              Limit.number(most.perSecond() * alerts) + "/s",
              most.failed(),
              clients + "; " + peerText(peer)));
    } else if (peer.isPresent()) {
      figures.add(
          Figure.of(
              id + "/most",
              "webhooks of one alert taken a second",
              Limit.atLeast(share * peer.getAsDouble(), "/s (half of pgbench)"),
              most.perSecond(),
              Limit.number(most.perSecond()) + "/s",
              most.failed(),
              clients + "; " + peerText(peer)));
    } else {
      figures.add(
          new Figure(
              id + "/most",
              "webhooks of one alert taken a second",
              "half of pgbench",
              Limit.number(most.perSecond()) + "/s",
              Figure.Standing.NOT_MEASURED,
              peerText(peer)));
    }
    figures.add(atHalf(half, atHalf));
    return figures;
  }

  /** Only of single alerts a time is demanded: a message of a hundred waits for those before it. */
  private Figure atHalf(double half, Result result) {
    String what = "time to answer at half of that, p99";
    String time = Limit.number(result.millisAt(99)) + " ms";
    String note =
        "%s/s in an open loop; p50 %s ms, longest %s ms"
            .formatted(
                Limit.number(half),
                Limit.number(result.millisAt(50)),
                Limit.number(result.millisAt(100)));
    return share == 0
        ? Figure.plain(id + "/half-load", what, time, note)
        : Figure.of(
            id + "/half-load",
            what,
            Limit.atMost(100, " ms"),
            result.millisAt(99),
            time,
            result.failed(),
            note);
  }

  private String peerText(OptionalDouble peer) {
    if (peer.isEmpty()) {
      return "no pgbench on this machine";
    }
    return "pgbench with the same rows, %d clients: %s/s"
        .formatted(Pgbench.CLIENTS, Limit.number(peer.getAsDouble() * alerts));
  }
}
