package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Items;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.http.Query;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import io.watchbill.cli.session.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists incidents. */
@Command(
    name = "incidents",
    description =
        "List incidents, the newest first; those that are open, unless --state says else.")
public final class IncidentsCommand implements Runnable {
  private static final int PAGE = 500;

  /** What is listed by state. */
  enum State {
    open,
    triggered,
    acknowledged,
    resolved,
    all
  }

  private final Session session;

  @Option(names = "--state", paramLabel = "STATE", description = "One of ${COMPLETION-CANDIDATES}.")
  private State state = State.open;

  @Option(names = "--severity", paramLabel = "P0|P1|P2|P3", description = "Only this severity.")
  private @Nullable String severity;

  @Option(names = "--team", paramLabel = "TEAM", description = "Only those of a team.")
  private @Nullable String team;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only those with a tag.")
  private @Nullable String tag;

  @Option(
      names = "--mine",
      description = "Only those that I was paged for, acknowledged or resolved.")
  private boolean mine;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many; 100 when absent.")
  private int limit = 100;

  @Option(names = "--watch", description = "Show it again every 2 seconds, until Ctrl-C.")
  private boolean watch;

  public IncidentsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (limit < 1) {
      throw Failure.usage("--limit must be 1 or more");
    }
    Optional<Mine> filter =
        mine
            ? Optional.of(new Mine(session.api(), new Me(session).id(), isOpen()))
            : Optional.empty();
    new Watch(session).show(watch, () -> view(filter));
  }

  private boolean isOpen() {
    return state != State.resolved && state != State.all;
  }

  private View view(Optional<Mine> filter) {
    Items found =
        filter
            .map(f -> new Items(f.of(list(Integer.MAX_VALUE).all(), limit), false))
            .orElseGet(() -> list(limit));
    List<JsonNode> incidents = found.all();
    if (found.more()) {
      session.terminal().say("There are more; --limit shows them.");
    }
    ArrayNode data = Json.object().putArray("items").addAll(incidents);
    IncidentTable table = new IncidentTable(incidents, session.times());
    return new View(data, table::print);
  }

  private Items list(int most) {
    Query query =
        new Query("/v1/incidents")
            .with("severity", Optional.ofNullable(severity).map(s -> s.toUpperCase(Locale.ROOT)))
            .with("team", Optional.ofNullable(team))
            .with("tag", Optional.ofNullable(tag))
            .with("limit", String.valueOf(Math.min(most, PAGE)));
    if (state != State.all) {
      query.with("state", state.name());
    }
    return session.api().list(Service.INCIDENT, query.toString(), most);
  }
}
