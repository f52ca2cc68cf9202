package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.WebhookProvider;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Chaos over real processes: alerts flow in while services, Postgres and the provider are broken in
 * turn, and a checker that knows only what went in and what came out proves that nothing was lost.
 */
public final class Prove {
  /** Logs with a stack trace that a server cannot be stopped which was killed. */
  private static final Logger OF_THE_SERVER = Logger.getLogger("io.zonky.test.db.postgres");

  /** The clock of the last replica of each service is wrong. */
  private static final Map<String, String> CLOCK_AHEAD = Map.of("WATCHBILL_CLOCK_OFFSET", "PT30S");

  /** About as long as it takes until the first case is sent. */
  private static final Duration SET_UP = Duration.ofSeconds(8);

  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Longer than a page that was missed follows the one before it. */
  private static final Duration QUIET = Case.REPETITION.plusSeconds(6);

  private final ProveOptions options;
  private final Clock clock = Clock.systemUTC();
  private final PrintStream out;
  private final Turns turns;

  private Prove(ProveOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.turns = new Turns(options.seed());
  }

  /** Ends with 0 when every law held in every run, with 1 when one was broken. */
  public static void main(String[] arguments) throws Exception {
    ProveOptions options;
    try {
      options = ProveOptions.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("prove: " + e.getMessage());
      System.exit(2);
      return;
    }
    Logger.getLogger("").setLevel(Level.WARNING);
    OF_THE_SERVER.setLevel(Level.OFF);
    Prove prove = new Prove(options, System.out);
    for (int run = 0; run < options.runs(); run++) {
      if (!prove.run(run)) {
        System.exit(1);
      }
    }
    System.exit(0);
  }

  private boolean run(int number) throws Exception {
    Path data = options.data().resolve("run-" + clock.instant().toEpochMilli());
    long seed = options.seed() + number;
    List<Case> cases = IntStream.rangeClosed(1, options.incidents()).mapToObj(Case::of).toList();
    out.printf(
        "Run %d of %d: %d incidents, %.0f a second, seed %d%n",
        number + 1, options.runs(), cases.size(), options.perSecond(), seed);
    List<ProveVerdict.Finding> findings;
    try (WebhookProvider provider = new WebhookProvider();
        Mailbox mailbox = new Mailbox();
        Fleet fleet = fleet(data, mailbox)) {
      fleet.start(2, CLOCK_AHEAD);
      Duration time = Duration.ofMillis(Math.round(1000 * cases.size() / options.perSecond()));
      Instant shift = clock.instant().plus(SET_UP).plus(time.dividedBy(2));
      String key = ExampleTeam.setUp(fleet, provider.address(), shift);
      awaitCachedShifts(fleet);
      Evidence evidence = play(fleet, provider, mailbox, key, cases, seed, time, shift);
      ProveVerdict verdict = new ProveVerdict(evidence);
      findings = verdict.findings();
      out.println();
      out.println(Report.keep(data.resolve("evidence"), evidence, verdict));
    }
    boolean held = findings.stream().allMatch(finding -> finding.broken().isEmpty());
    if (held) {
      Report.discard(
          data.resolve("postgres"), data.resolve("postgres-standby"), data.resolve("binaries"));
    }
    out.printf("%s; evidence and logs in %s%n%n", held ? "Every law held" : "BROKEN", data);
    return held;
  }

  private Evidence play(
      Fleet fleet,
      WebhookProvider provider,
      Mailbox mailbox,
      String key,
      List<Case> cases,
      long seed,
      Duration time,
      Instant shift)
      throws Exception {
    AlertSender sender =
        new AlertSender(
            fleet.address(Service.INCIDENT).resolve("/v1/ingest/alertmanager/" + key), clock);
    People people = new People(clock, sender);
    HostileViewer viewer = new HostileViewer(fleet::address, ExampleTeam.viewer(fleet));
    Trouble trouble =
        options.older() == null
            ? new Chaos(fleet, provider, viewer, clock, seed, turns, this::say)
            : new Upgrade(fleet, options.first(), options.newest(), clock, seed, this::say);
    Thread reading = Thread.ofVirtual().start(() -> WebhookPages.readTo(people, provider));
    PolicyChange change;
    Pulse pulse = new Pulse(fleet, clock);
    Restarter restarter = new Restarter(fleet, clock, this::say);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> breaking = executor.submit(() -> trouble.run(time));
      Future<PolicyChange> changing = executor.submit(() -> change(fleet, time.dividedBy(3)));
      send(sender, cases, breaking);
      breaking.get();
      change = changing.get();
    }
    out.println("all is sent and mended; waiting for what is still due");
    Fleet.pause(Case.LAST.plus(CALM));
    awaitQuiet(provider, mailbox);
    Instant watchedUntil = clock.instant();
    reading.interrupt();
    pulse.close();
    restarter.close();
    List<Disturbance> disturbances = new ArrayList<>(trouble.disturbances());
    disturbances.addAll(pulse.stalls());
    List<ReceivedPage> handed = new ArrayList<>(WebhookPages.handed(provider));
    handed.addAll(mailbox.handed());
    return new Evidence(
        cases,
        sender.sent(),
        sender.accepted(),
        sender.refused(),
        people.acts(),
        handed,
        disturbances,
        shift,
        change,
        stored(fleet),
        restarter.ended(),
        watchedUntil);
  }

  /** Changes the policy after a while, and insists until that is answered. */
  private PolicyChange change(Fleet fleet, Duration after) {
    Fleet.pause(after);
    Instant from = clock.instant();
    while (!ExampleTeam.changePolicy(fleet)) {
      Fleet.pause(Duration.ofMillis(500));
    }
    say("the policy is changed");
    return new PolicyChange(from, clock.instant());
  }

  /** Sends all; a chaos that fails ends the run. */
  private void send(AlertSender sender, List<Case> cases, Future<?> breaking) throws Exception {
    long began = System.nanoTime();
    List<Future<?>> sending = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < cases.size(); i++) {
        long intended = began + Math.round(i * 1e9 / options.perSecond());
        Fleet.pause(Duration.ofNanos(Math.max(0, intended - System.nanoTime())));
        if (breaking.state() == Future.State.FAILED) {
          breaking.get();
        }
        Case next = cases.get(i);
        sending.add(executor.submit(() -> sender.send(next)));
      }
      for (Future<?> future : sending) {
        future.get();
      }
    }
  }

  /** Waits until nothing has come for a while. */
  private void awaitQuiet(WebhookProvider provider, Mailbox mailbox) {
    Instant end = clock.instant().plus(PATIENCE);
    long before = -1;
    Instant since = clock.instant();
    while (clock.instant().isBefore(end)) {
      long now = provider.taken().size() + (long) mailbox.handed().size();
      if (now != before) {
        before = now;
        since = clock.instant();
      } else if (clock.instant().isAfter(since.plus(QUIET))) {
        return;
      }
      Fleet.pause(Duration.ofSeconds(2));
    }
  }

  /** A policy that names a rotation for the first time needs its shifts once. */
  private static void awaitCachedShifts(Fleet fleet) {
    Fleet.pause(Duration.ofSeconds(5));
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private static long stored(Fleet fleet) {
    Api api = fleet.api(Service.INCIDENT);
    long count = 0;
    Optional<String> next = Optional.of("/v1/alerts?integration=proof&limit=500");
    while (next.isPresent()) {
      String page = next.get();
      Api.Answer answer = Patient.ask(() -> api.get(page));
      count += answer.expectSuccess("alerts").path("items").size();
      next = answer.next();
    }
    return count;
  }

  private Fleet fleet(Path data, Mailbox mailbox) {
    return new Fleet(
        options.first(),
        data,
        options.portBase(),
        Fleet.Servers.WITH_STANDBY,
        environment(mailbox));
  }

  private static Map<String, String> environment(Mailbox mailbox) {
    return Map.of(
        "QUARKUS_MAILER_HOST",
        "127.0.0.1",
        "QUARKUS_MAILER_PORT",
        String.valueOf(mailbox.port()),
        "WATCHBILL_OUTBOUND_ALLOWED_NETWORKS",
        "127.0.0.0/8");
  }

  private void say(String what) {
    out.println(clock.instant() + " " + what);
  }
}
