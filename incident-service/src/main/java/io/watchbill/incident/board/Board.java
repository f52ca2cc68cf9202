package io.watchbill.incident.board;

import io.watchbill.incident.incident.IncidentView;
import io.watchbill.incident.lifecycle.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the board shows.
 *
 * @param filter what was asked for
 * @param open how many open incidents the caller may see, by severity, whatever the filter
 * @param next the query of the next part of the list
 * @param version changes when anything on the board may have changed
 * @param problems what could not be done of the last action, a line each
 */
public record Board(
    BoardFilter filter,
    List<IncidentView> incidents,
    Map<Severity, Long> open,
    Optional<String> next,
    String version,
    List<String> problems) {}
