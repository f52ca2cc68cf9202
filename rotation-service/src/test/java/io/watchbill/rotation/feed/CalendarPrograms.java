package io.watchbill.rotation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Calendar programs as Debian has them: vdirsyncer subscribes, khal stores and lists events, curl
 * fetches changes. Where one is not installed these tests are skipped; in continuous integration
 * that is a failure.
 */
final class CalendarPrograms {
  private static final long PATIENCE_MINUTES = 5;

  private final Path home;
  private final URI feed;

  private CalendarPrograms(Path home, URI feed) {
    this.home = home;
    this.feed = feed;
  }

  /** With an empty home of their own. */
  static CalendarPrograms subscribingTo(URI feed, Path home) throws IOException {
    List.of("vdirsyncer", "khal", "curl").forEach(CalendarPrograms::needed);
    Files.createDirectory(home.resolve("subscribed"));
    Files.createDirectory(home.resolve("imported"));
    Files.writeString(
        home.resolve("vdirsyncer.conf"),
        """
        [general]
        status_path = "%1$s/status"
        [pair shifts]
        a = "feed"
        b = "here"
        collections = null
        conflict_resolution = "a wins"
        [storage feed]
        type = "http"
        url = "%2$s"
        [storage here]
        type = "filesystem"
        path = "%1$s/subscribed"
        fileext = ".ics"
        """
            .formatted(home, feed));
    CalendarPrograms programs = new CalendarPrograms(home, feed);
    programs.run("vdirsyncer", "-c", home + "/vdirsyncer.conf", "discover");
    return programs;
  }

  private static void needed(String program) {
    for (String place : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(place, program))) {
        return;
      }
    }
    String message = program + " is not installed (Debian: apt-get install " + program + ")";
    if ("true".equals(System.getenv("CI"))) {
      fail(message);
    }
    abort(message);
  }

  /** Synchronizes the subscription and returns the output of vdirsyncer. */
  String sync() {
    return run("vdirsyncer", "-c", home + "/vdirsyncer.conf", "sync");
  }

  /** Returns khal's events of the subscription: start and end in the zone, and the title. */
  List<String> subscribed(String zone, String from, String to) {
    return list("subscribed", zone, "{start-long-full} {end-long-full} {title}", from, to);
  }

  /** Returns the status of the feed for a client that has the latest file. */
  String fetch() {
    return run(
        "curl",
        "--silent",
        "--show-error",
        "--etag-save",
        home + "/etag",
        "--etag-compare",
        home + "/etag",
        "--output",
        home + "/shifts.ics",
        "--write-out",
        "%{http_code}",
        feed.toString());
  }

  /** Imports the fetched file into khal's own calendar, where events are known by UID. */
  void importFetched() {
    run("khal", "-c", khal("imported", "UTC"), "import", "--batch", home + "/shifts.ics");
  }

  /** Returns the events of khal's own calendar: UID, start and end in UTC. */
  List<String> imported(String from, String to) {
    return list("imported", "UTC", "{uid} {start-long-full} {end-long-full}", from, to);
  }

  private List<String> list(String calendar, String zone, String format, String from, String to) {
    String said =
        run(
            "khal",
            "-c",
            khal(calendar, zone),
            "list",
            "--once",
            "--day-format",
            "",
            "--format",
            format,
            from,
            to);
    return said.lines().filter(line -> !line.isBlank()).toList();
  }

  private String khal(String calendar, String zone) {
    Path file = home.resolve("khal-" + calendar + "-" + zone.replace('/', '-') + ".conf");
    try {
      Files.writeString(
          file,
          """
          [calendars]
          [[%2$s]]
          path = %1$s/%2$s
          [default]
          default_calendar = %2$s
          [locale]
          local_timezone = %3$s
          default_timezone = %3$s
          timeformat = %%H:%%M
          dateformat = %%Y-%%m-%%d
          longdateformat = %%Y-%%m-%%d
          datetimeformat = %%Y-%%m-%%d %%H:%%M
          longdatetimeformat = %%Y-%%m-%%d %%H:%%M
          [sqlite]
          path = %1$s/%2$s.db
          """
              .formatted(home, calendar, zone));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  private String run(String... command) {
    try {
      Path output = Files.createTempFile(home, command[0], ".out");
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("HOME", home.toString());
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      String said = Files.readString(output);
      assertThat(ended).as("%s ends; it said: %s", command[0], said).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
