package io.watchbill.cli.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.http.Query;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import io.watchbill.cli.session.Watch;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who is on call. */
@Command(
    name = "oncall",
    description = "Show who is on call now, until when, and who is next; of all teams or of one.")
public final class OnCallCommand implements Runnable {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "TEAM", description = "Only the rotations of a team.")
  private @Nullable String team;

  @Option(names = "--at", paramLabel = "TIME", description = "At another time than now.")
  private @Nullable String at;

  @Option(names = "--watch", description = "Show it again every 2 seconds, until Ctrl-C.")
  private boolean watch;

  public OnCallCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Optional<String> named = Optional.ofNullable(team).map(id -> Names.id("team", id));
    // A team that does not exist has nobody on call either, but that is another answer.
    named.ifPresent(id -> session.api().get(Service.ROTATION, "/v1/teams/" + id));
    new Watch(session).show(watch, () -> view(named));
  }

  private View view(Optional<String> named) {
    Optional<Instant> instant =
        Optional.ofNullable(at).map(text -> session.reader().read("--at", text));
    JsonNode onCall =
        session
            .api()
            .get(
                Service.ROTATION,
                new Query("/v1/on-call")
                    .with("team", named)
                    .with("at", instant.map(Instant::toString)));
    OnCallTable table = new OnCallTable(onCall, session.times());
    return new View(onCall, table::print);
  }
}
