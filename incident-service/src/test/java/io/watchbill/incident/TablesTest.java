package io.watchbill.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table is read and written in the package that owns it; the exceptions are named here. */
class TablesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/watchbill/incident");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/incident");
  private static final Pattern USED =
      Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z][a-z_]*)");
  private static final Pattern CREATED =
      Pattern.compile("CREATE (?:OR REPLACE )?(?:TABLE|VIEW)\\s+(?:IF NOT EXISTS )?([a-z_]+)");

  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("incident", "incident"),
          Map.entry("incident_history", "incident"),
          Map.entry("any_incident", "incident"),
          Map.entry("incident_clock", "incident"),
          Map.entry("incident_clock_history", "incident"),
          Map.entry("any_incident_clock", "incident"),
          Map.entry("incident_assignment", "incident"),
          Map.entry("incident_assignment_history", "incident"),
          Map.entry("any_incident_assignment", "incident"),
          Map.entry("alert", "alert"),
          Map.entry("alert_history", "alert"),
          Map.entry("any_alert", "alert"),
          Map.entry("alert_group", "alert"),
          Map.entry("alert_group_history", "alert"),
          Map.entry("alert_group_member", "alert"),
          Map.entry("alert_group_member_history", "alert"),
          Map.entry("timeline_entry", "timeline"),
          Map.entry("incoming_request", "intake"),
          Map.entry("integration", "integration"),
          Map.entry("severity", "severity"),
          Map.entry("timer", "the kit's"));

  /**
   * Lists show and filter by the reference of an incident, which a join gives, and leave out what
   * belongs to hidden incidents; an integration is changed by Hibernate, which cannot call the
   * kit's timers.
   */
  private static final Set<String> EXCEPTIONS =
      Set.of(
          "intake/RequestLog any_incident",
          "filter/Filters any_incident",
          "visibility/VisibleIncidents any_incident",
          "integration/IntegrationRepository timer");

  @Test
  void aTableIsUsedInItsPackageOnly() throws IOException {
    Set<String> foreign = new TreeSet<>();
    for (Path file : files(SOURCES, ".java")) {
      String place = SOURCES.relativize(file).toString().replace(".java", "");
      for (String table : found(USED, file)) {
        String owner = OWNERS.get(table);
        if (owner != null && !place.startsWith(owner + "/")) {
          foreign.add(place + " " + table);
        }
      }
    }

    assertThat(foreign).isEqualTo(new TreeSet<>(EXCEPTIONS));
  }

  @Test
  void everyTableHasAnOwner() throws IOException {
    Set<String> created = new TreeSet<>();
    for (Path file : files(MIGRATIONS, ".sql")) {
      created.addAll(found(CREATED, file));
    }

    assertThat(created).isNotEmpty();
    assertThat(OWNERS).containsKeys(created.toArray(String[]::new));
  }

  private static Set<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(suffix)).collect(Collectors.toSet());
    }
  }

  private static Set<String> found(Pattern pattern, Path file) {
    try {
      Matcher matcher = pattern.matcher(Files.readString(file));
      return matcher.results().map((MatchResult hit) -> hit.group(1)).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
