package io.watchbill.cli.incident;

import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.time.Durations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Snoozes an incident. */
@Command(
    name = "snooze",
    description =
        "Acknowledge an incident and page about it again later, unless it is resolved until then.")
public final class SnoozeCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "INCIDENT", description = "Its reference (INC-12) or id.")
  private String reference = "";

  @Option(names = "--for", paramLabel = "DURATION", description = "How long: 30m, 2h, 1d.")
  private @Nullable String length;

  @Option(names = "--until", paramLabel = "TIME", description = "Until when: 08:00, 'mon 09:00'.")
  private @Nullable String until;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for the timeline.")
  private String reason = "";

  public SnoozeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    new Outcome(session)
        .show(
            new Incidents(session.api())
                .act(
                    reference,
                    "snooze",
                    Json.object().put("until", end().toString()).put("reason", reason)));
  }

  private Instant end() {
    if (length != null && until == null) {
      return session.clock().instant().plus(Durations.read("--for", length));
    }
    if (until != null && length == null) {
      return session.reader().read("--until", until);
    }
    throw Failure.usage("snooze needs --for or --until");
  }
}
