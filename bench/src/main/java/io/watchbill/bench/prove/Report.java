package io.watchbill.bench.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The table of a run, and its evidence in files. */
final class Report {
  private static final int SHOWN = 5;

  private Report() {}

  static String table(Evidence evidence, List<Verdict.Finding> findings) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%d incidents, %d pages handed over, %d acknowledged or resolved%n"
            .formatted(
                evidence.accepted().size(), evidence.handed().size(), evidence.stopped().size()));
    table.append(
        "%d kills, %d stand-stills, %d spells of the provider; %d times no processor for a process%n%n"
            .formatted(
                count(evidence, Disturbance.Kind.KILL),
                count(evidence, Disturbance.Kind.STANDSTILL),
                count(evidence, Disturbance.Kind.PROVIDER),
                count(evidence, Disturbance.Kind.STARVED)));
    table.append("| law | checked | broken |%n| --- | ---: | ---: |%n".formatted());
    for (Verdict.Finding finding : findings) {
      table.append(
          "| %s | %d | %d |%n"
              .formatted(finding.law(), finding.checked(), finding.broken().size()));
    }
    for (Verdict.Finding finding : findings) {
      finding.broken().stream()
          .limit(SHOWN)
          .forEach(broken -> table.append("%n%s: %s".formatted(finding.law(), broken)));
    }
    return table.toString();
  }

  private static long count(Evidence evidence, Disturbance.Kind kind) {
    return evidence.disturbances().stream().filter(d -> d.kind() == kind).count();
  }

  static void keep(Path directory, Evidence evidence, List<Verdict.Finding> findings) {
    List<String> lines = new ArrayList<>();
    evidence.disturbances().forEach(d -> lines.add("disturbance " + d));
    evidence.accepted().forEach((number, at) -> lines.add("accepted " + number + " " + at));
    evidence.acts().forEach((act, at) -> lines.add("done " + act + " " + at));
    lines.add("watch begins " + evidence.watchBegins());
    lines.add(evidence.change().toString());
    evidence.handed().forEach(handed -> lines.add("handed " + handed));
    findings.forEach(f -> f.broken().forEach(b -> lines.add("broken " + f.law() + ": " + b)));
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve("evidence.txt"), lines);
      Files.writeString(directory.resolve("table.md"), table(evidence, findings));
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
