package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Escalations that become due and their deliveries: how late pages are handed over, and how long a
 * turn of the loop takes that claims what is due.
 */
final class HistoryClaims {
  private static final int PER_SECOND = 150;
  private static final Duration AHEAD = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TURNS = "watchbill_loop_turn_seconds_%s{loop=\"%s\"";

  private final Connection owner;
  private final URI service;
  private final Clones clones;
  private final Duration time;
  private final Clock clock = Clock.systemUTC();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Reading late =
      new Reading("claim-late", "page handed over after its step was due, p50", " ms", false);
  private final Reading escalations =
      new Reading("claim-escalations", "a turn that claims due escalations, mean", " ms", false);
  private final Reading deliveries =
      new Reading("claim-deliveries", "a turn that claims due deliveries, mean", " ms", false);

  /**
   * @param waiting an incident whose second step is not due soon
   */
  HistoryClaims(Connection owner, URI service, Clones waiting, Duration time) {
    this.owner = owner;
    this.service = service;
    this.clones = waiting;
    this.time = time;
  }

  List<Reading> readings() {
    return List.of(late, escalations, deliveries);
  }

  void measure(int place) {
    int count = (int) (PER_SECOND * time.toMillis() / 1_000);
    Instant due = clock.instant().plus(AHEAD);
    Duration younger = Duration.between(clones.triggered(), due.minus(Ground.SECOND_STEP));
    clones.make(count, younger, Duration.ofSeconds(1).dividedBy(PER_SECOND));
    Fleet.pause(Duration.between(clock.instant(), due.minusMillis(500)));
    Turns before = Turns.of(metrics());
    long missing = awaitHandedOver(due, count);
    Turns after = Turns.of(metrics());
    late.add(place, medianLate(due), missing);
    escalations.add(place, after.escalations().since(before.escalations()), 0);
    deliveries.add(place, after.deliveries().since(before.deliveries()), 0);
  }

  private long awaitHandedOver(Instant due, int count) {
    Instant deadline = due.plus(time).plus(PATIENCE);
    while (true) {
      long missing = count - Sql.number(owner, "SELECT count(*) " + handedOver(due));
      if (missing <= 0 || clock.instant().isAfter(deadline)) {
        return missing;
      }
      Fleet.pause(Duration.ofMillis(250));
    }
  }

  private double medianLate(Instant due) {
    return Double.parseDouble(
        Sql.text(
            owner,
            "SELECT coalesce(1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM"
                + " handed_over_at - due_at)), 'NaN') "
                + handedOver(due)));
  }

  private static String handedOver(Instant due) {
    return "FROM escalation.delivery WHERE handed_over_at IS NOT NULL AND due_at >= '%s'"
        .formatted(due.minusMillis(1));
  }

  private String metrics() {
    HttpRequest request = HttpRequest.newBuilder(service.resolve("/metrics")).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Turns so far and the seconds they took. */
  private record Turn(double count, double seconds) {
    double since(Turn before) {
      return 1_000 * (seconds - before.seconds) / (count - before.count);
    }
  }

  private record Turns(Turn escalations, Turn deliveries) {
    static Turns of(String metrics) {
      return new Turns(turn(metrics, "escalations"), turn(metrics, "deliveries-webhook"));
    }

    private static Turn turn(String metrics, String loop) {
      return new Turn(
          value(metrics, TURNS.formatted("count", loop)),
          value(metrics, TURNS.formatted("sum", loop)));
    }

    private static double value(String metrics, String begin) {
      return metrics
          .lines()
          .filter(line -> line.startsWith(begin))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no metric " + begin));
    }
  }
}
