package io.watchbill.bench.measure;

import io.watchbill.bench.load.ClosedLoop;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Result;
import java.time.Duration;
import java.util.List;

/** Webhooks of one alert: how many are taken, and how long one takes at half of that. */
final class HistoryIntake {
  private static final int CLIENTS = 32;

  private final Webhooks webhooks;
  private final Duration time;
  private final Reading most =
      new Reading("intake-most", "webhooks of one alert taken a second", "/s", true);
  private final Reading middle =
      new Reading("intake-p50", "time to answer at a steady load, p50", " ms", false);
  private final Reading slowest =
      new Reading("intake-p99", "time to answer at a steady load, p99", " ms", false);
  private double perSecond;

  HistoryIntake(Webhooks webhooks, Duration time) {
    this.webhooks = webhooks;
    this.time = time;
  }

  List<Reading> readings() {
    return List.of(most, middle, slowest);
  }

  /** Until the services are compiled; the steady load is a third of what they take then. */
  void warmUp(Duration warmUp) {
    most(warmUp);
    perSecond = most(time).perSecond() / 3;
  }

  void measure(int place) {
    most(time.dividedBy(4));
    Result all = most(time);
    most.add(place, all.perSecond(), all.failed());
    Result steady =
        new OpenLoop(perSecond).run(time, number -> webhooks.send(webhooks.nextNumber(), 1));
    middle.add(place, steady.millisAt(50), steady.failed());
    slowest.add(place, steady.millisAt(99), 0);
  }

  private Result most(Duration load) {
    return new ClosedLoop(CLIENTS).run(load, 0, number -> webhooks.send(webhooks.nextNumber(), 1));
  }
}
