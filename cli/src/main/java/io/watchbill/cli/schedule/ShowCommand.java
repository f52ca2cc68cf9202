package io.watchbill.cli.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.http.Query;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import io.watchbill.cli.time.TimeReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the final shifts of a rotation, and its gaps. */
@Command(
    name = "show",
    description = "Show the shifts of a rotation with all overrides, and where nobody is on call.")
public final class ShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "ROTATION", description = "The rotation's id.")
  private String rotation = "";

  @Option(names = "--from", paramLabel = "TIME", description = "From when; today when absent.")
  private String from = "today";

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Until when; two weeks later when absent.")
  private @Nullable String to;

  @Option(names = "--role", paramLabel = "ROLE", description = "Only this role.")
  private @Nullable String role;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Another time zone: Europe/Berlin, or 'rotation' for that of the rotation.")
  private @Nullable String zone;

  public ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String path = "/v1/rotations/" + Names.id("rotation", rotation);
    ZoneId chosen = Optional.ofNullable(zone).map(z -> zone(z, path)).orElseGet(session::zone);
    TimeReader reader = new TimeReader(session.clock(), chosen);
    Instant start = reader.read("--from", from);
    Instant end =
        Optional.ofNullable(to)
            .map(text -> reader.read("--to", text))
            .orElseGet(() -> start.atZone(chosen).plusWeeks(2).toInstant());
    JsonNode shifts =
        session
            .api()
            .get(
                Service.ROTATION,
                new Query(path + "/shifts")
                    .with("from", start.toString())
                    .with("to", end.toString())
                    .with("role", Optional.ofNullable(role)));
    ShiftTable table = new ShiftTable(shifts, session.times(chosen));
    session.show(new View(shifts, table::print));
  }

  private ZoneId zone(String name, String path) {
    String id =
        name.equals("rotation")
            ? session.api().get(Service.ROTATION, path).path("timeZone").asText()
            : name;
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new Failure(
          ExitCode.USAGE, "--zone needs a time zone like Europe/Berlin, not '" + id + "'", e);
    }
  }
}
