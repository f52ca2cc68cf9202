package io.watchbill.incident.board;

import io.watchbill.incident.incident.IncidentFilter;
import io.watchbill.kit.access.Principal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the board is asked to show; it stands in the URL. An empty text filters nothing.
 *
 * @param state open, triggered, acknowledged, resolved, all, or mine: acknowledged by the caller
 * @param sort severity or newest
 */
public record BoardFilter(String state, String severity, String team, String sort) {
  private static final String MINE = "mine";

  static BoardFilter of(
      @Nullable String state,
      @Nullable String severity,
      @Nullable String team,
      @Nullable String sort) {
    return new BoardFilter(
        or(state, "open"), or(severity, ""), or(team, "").strip(), or(sort, "severity"));
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** Returns the filter of the list that the caller sees. */
  IncidentFilter list(Principal caller) {
    @Nullable String chosenSeverity = severity.isEmpty() ? null : severity;
    @Nullable String chosenTeam = team.isEmpty() ? null : team;
    return state.equals(MINE)
        ? IncidentFilter.acknowledgedBy(caller.id(), chosenSeverity, chosenTeam)
        : IncidentFilter.of(state.equals("all") ? null : state, chosenSeverity, chosenTeam);
  }

  /** Returns the query of a URL that shows the same. */
  public String query() {
    return Map.of("state", state, "severity", severity, "team", team, "sort", sort)
        .entrySet()
        .stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
