package io.watchbill.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.bench.load.EventSink;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * That history costs nothing: the same services over the same open work, with more and more closed
 * incidents behind them, in turns.
 */
final class HistoryMeasure implements Measure {
  /** Enough that the pages of lists of closed incidents are full. */
  private static final long NONE = 2_000;

  private static final int OPEN = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String id() {
    return "history";
  }

  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public boolean mustBeMet() {
    return true;
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    try (Ground ground = Ground.start(options, 1);
        Connection owner = ground.connect()) {
      UUID lived = lived(ground, owner);
      open(ground, owner);
      List<Long> sizes = sizes(options.closed());
      ClosedIncidents closed =
          new ClosedIncidents(
              ground::connect, new Template(owner, lived), ZonedDateTime.now(ZoneOffset.UTC));
      fill(closed, sizes);
      System.out.println("  measures");
      List<Reading> readings = new ArrayList<>();
      readings.addAll(intake(ground, owner, options, closed, sizes));
      readings.addAll(rest(ground, owner, options, closed, sizes));
      return readings.stream().map(reading -> reading.figure(sizes)).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** None at the beginning and at the end of each round. */
  private static List<Long> sizes(List<Long> asked) {
    return Stream.of(Stream.of(NONE), asked.stream(), Stream.of(NONE)).flatMap(s -> s).toList();
  }

  private static void fill(ClosedIncidents closed, List<Long> sizes) {
    for (long size : sizes.stream().distinct().toList()) {
      long began = System.nanoTime();
      closed.make(size);
      System.out.printf(
          "  %,d closed incidents made in %d s, %.1f GB%n",
          size, (System.nanoTime() - began) / 1_000_000_000, closed.bytes(size) / 1e9);
    }
  }

  /** An incident of which the services have left all they leave of one that was dealt with. */
  private static UUID lived(Ground ground, Connection owner) {
    String open = "SELECT coalesce(max(id::text), '') FROM incident.incident";
    await("an incident", () -> !Sql.text(owner, open).isEmpty());
    UUID incident = UUID.fromString(Sql.text(owner, open));
    Api escalations = ground.fleet().api(Service.ESCALATION);
    await("its page", () -> page(escalations, incident).has("id"));
    String page = page(escalations, incident).path("id").asText();
    escalations.post("/v1/pages/" + page + "/acknowledge", "{}").expectSuccess("acknowledge");
    await(
        "its acknowledgement",
        () ->
            Sql.number(
                    owner,
                    "SELECT count(*) FROM escalation.acknowledgement WHERE state <> 'pending' AND"
                        + " incident = '%s'".formatted(incident))
                > 0);
    new Webhooks(ground.address(Service.INCIDENT), ground.integrationKey()).resolve(0);
    await(
        "its end",
        () ->
            Sql.number(
                    owner,
                    "SELECT count(*) FROM escalation.incident_snapshot p, incident.alert_history a"
                        + " WHERE p.incident = a.incident_id AND p.state = 'resolved' AND"
                        + " p.incident = '%s'".formatted(incident))
                > 0);
    return incident;
  }

  private static JsonNode page(Api escalations, UUID incident) {
    return escalations
        .get("/v1/pages?incident=" + incident)
        .expectSuccess("pages")
        .path("items")
        .path(0);
  }

  private static void await(String what, BooleanSupplier came) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!came.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(what + " has not come within a minute");
      }
      Fleet.pause(Duration.ofMillis(200));
    }
  }

  /** Opens the incidents that are open all the time. */
  private static void open(Ground ground, Connection owner) throws SQLException {
    UUID open = Original.make(ground);
    ground
        .fleet()
        .api(Service.INCIDENT)
        .post("/v1/incidents/" + open + "/acknowledge", "{}")
        .expectSuccess("acknowledge");
    Ground.awaitNone(owner, IncidentsMeasure.UNDER_WAY);
    Duration spacing = Duration.ofSeconds(20);
    Clones clones = new Clones(owner, open);
    clones.make(OPEN, spacing.multipliedBy(OPEN).negated(), spacing);
    clones.settle();
    Ground.awaitNone(owner, IncidentsMeasure.UNDER_WAY);
  }

  /** By itself, as in {@link IntakeMeasure}: a sink takes the events. */
  private static List<Reading> intake(
      Ground ground,
      Connection owner,
      BenchOptions options,
      ClosedIncidents closed,
      List<Long> sizes) {
    Replica escalation = ground.fleet().replica(Service.ESCALATION);
    escalation.kill();
    OpenWork open = new OpenWork(owner);
    HistoryIntake intake =
        new HistoryIntake(
            new Webhooks(ground.address(Service.INCIDENT), ground.integrationKey()),
            options.scale().load().dividedBy(10));
    try (EventSink sink = new EventSink(escalation.port())) {
      closed.attach(NONE);
      intake.warmUp(options.scale().warmUp());
      open.awaitDelivered();
      open.reset();
      for (int round = 0; round < options.rounds(); round++) {
        for (int place : order(round, sizes.size())) {
          closed.attach(sizes.get(place));
          Sql.run(owner, "CHECKPOINT");
          intake.measure(place);
          open.awaitDelivered();
          open.reset();
        }
      }
    }
    escalation.start();
    ground.fleet().awaitReady(escalation);
    return intake.readings();
  }

  private static List<Reading> rest(
      Ground ground,
      Connection owner,
      BenchOptions options,
      ClosedIncidents closed,
      List<Long> sizes) {
    Duration time = options.scale().load().dividedBy(20);
    HistoryLists lists = new HistoryLists(ground, owner, time.multipliedBy(2).dividedBy(5));
    Clones waiting = new Clones(owner, Original.make(ground));
    OpenWork open = new OpenWork(owner);
    HistoryClaims claims =
        new HistoryClaims(owner, ground.address(Service.ESCALATION), waiting, time);
    List<Reading> readings =
        Stream.concat(claims.readings().stream(), lists.readings().stream()).toList();
    for (int round = -1; round < options.rounds(); round++) {
      if (round == 0) {
        // Before that the virtual machines have compiled most of the time.
        readings.forEach(Reading::clear);
      }
      for (int place : order(round, sizes.size())) {
        closed.attach(sizes.get(place));
        Sql.run(owner, "CHECKPOINT");
        claims.measure(place);
        lists.measure(place, sizes.get(place));
        open.awaitDelivered();
        open.reset();
      }
    }
    return readings;
  }

  /** Without history at both ends; every second round the other way round. */
  static List<Integer> order(int round, int places) {
    List<Integer> order =
        new ArrayList<>(java.util.stream.IntStream.range(0, places).boxed().toList());
    return round % 2 == 0 ? order : order.reversed();
  }
}
