package io.watchbill.bench.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of a run, and its evidence in files. */
final class Report {
  private static final int SHOWN = 5;

  private Report() {}

  static String table(
      Evidence evidence,
      List<ProveVerdict.Finding> findings,
      Map<Disturbance, Long> excused,
      long unwaited) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%d incidents, %d pages handed over, %d acknowledged or resolved%n"
            .formatted(
                evidence.accepted().size(),
                evidence.handed().size(),
                evidence.acts().stopped().size()));
    table.append(
        "%d kills, %d replaced by another release, %d failovers of Postgres, %d stand-stills, %d spells of the provider,%n"
            .formatted(
                count(evidence, Disturbance.Kind.KILL),
                count(evidence, Disturbance.Kind.REPLACE),
                count(evidence, Disturbance.Kind.FAILOVER),
                count(evidence, Disturbance.Kind.STANDSTILL),
                count(evidence, Disturbance.Kind.PROVIDER)));
    table.append(
        "%d times no processors, %d times a slow disk, %d times a slow database, %d hostile viewers%n"
            .formatted(
                count(evidence, Disturbance.Kind.BUSY),
                count(evidence, Disturbance.Kind.SLOW_DISK),
                count(evidence, Disturbance.Kind.SLOW_DATABASE),
                count(evidence, Disturbance.Kind.VIEWER)));
    table.append(
        "%d times no processor for a process, which excused %d pages%n%n"
            .formatted(
                count(evidence, Disturbance.Kind.STARVED),
                excused.values().stream().mapToLong(Long::longValue).sum()));
    if (unwaited > 0) {
      table.append(
          "%d pages had not come when the run ended on a machine that was busy to the end%n%n"
              .formatted(unwaited));
    }
    table.append("| law | checked | broken |%n| --- | ---: | ---: |%n".formatted());
    for (ProveVerdict.Finding finding : findings) {
      table.append(
          "| %s | %d | %d |%n"
              .formatted(finding.law(), finding.checked(), finding.broken().size()));
    }
    excused.entrySet().stream()
        .sorted(Comparator.comparing(spell -> spell.getKey().from()))
        .forEach(spell -> table.append(excuse(spell.getKey(), spell.getValue())));
    for (ProveVerdict.Finding finding : findings) {
      finding.broken().stream()
          .limit(SHOWN)
          .forEach(broken -> table.append("%n%s: %s".formatted(finding.law(), broken)));
    }
    return table.toString();
  }

  private static String excuse(Disturbance spell, long pages) {
    Duration length = Duration.between(spell.from(), spell.until());
    return "%n%s for %d ms from %s: %d pages excused"
        .formatted(spell.what(), length.toMillis(), spell.from(), pages);
  }

  private static long count(Evidence evidence, Disturbance.Kind kind) {
    return evidence.disturbances().stream().filter(d -> d.kind() == kind).count();
  }

  /** Keeps the evidence and the table in files, and answers the table. */
  static String keep(Path directory, Evidence evidence, ProveVerdict verdict) {
    List<ProveVerdict.Finding> findings = verdict.findings();
    String table = table(evidence, findings, verdict.excused(), verdict.notWaitedFor());
    List<String> lines = new ArrayList<>();
    evidence.disturbances().forEach(d -> lines.add("disturbance " + d));
    evidence.accepted().forEach((number, at) -> lines.add("accepted " + number + " " + at));
    evidence.acts().begun().forEach((act, at) -> lines.add("tried " + act + " " + at));
    evidence.acts().done().forEach((act, at) -> lines.add("done " + act + " " + at));
    evidence.ended().forEach(ended -> lines.add("ended " + ended));
    lines.add("watched until " + evidence.watchedUntil());
    lines.add("shift begins " + evidence.shiftBegins());
    lines.add(evidence.change().toString());
    evidence.handed().forEach(handed -> lines.add("handed " + handed));
    findings.forEach(f -> f.broken().forEach(b -> lines.add("broken " + f.law() + ": " + b)));
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve("evidence.txt"), lines);
      Files.writeString(directory.resolve("table.md"), table);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what nobody needs after a run in which every law held. */
  static void discard(Path... directories) {
    for (Path directory : directories) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
