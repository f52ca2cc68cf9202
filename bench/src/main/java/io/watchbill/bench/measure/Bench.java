package io.watchbill.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures what the design says must be reached, each figure beside its limit or its peer, on real
 * processes and a Postgres with safe settings.
 */
public final class Bench {
  private static final List<Measure> MEASURES =
      List.of(
          IntakeMeasure.single(),
          IntakeMeasure.grouped(),
          new PagingMeasure(),
          new LatenessMeasure(),
          new Idle(),
          new IncidentsMeasure(),
          new HistoryMeasure(),
          new OnCallMeasure(),
          new ShiftsMeasure(),
          new PagesMeasure(),
          new StartMeasure(),
          new ExecutablesMeasure());

  private static final Logger LOGS = Logger.getLogger("");

  private final BenchOptions options;
  private final PrintStream out;

  private Bench(BenchOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * Ends with 0 when all was measured, met or not; 1 when a measure whose figures must be met has
   * one that is not.
   */
  public static void main(String[] arguments) throws Exception {
    BenchOptions options =
        BenchOptions.of(
            arguments, new LinkedHashSet<>(names()), new LinkedHashSet<>(names(Measure::isUsual)));
    LOGS.setLevel(Level.WARNING);
    System.exit(new Bench(options, System.out).run() ? 0 : 1);
  }

  private static List<String> names() {
    return names(measure -> true);
  }

  private static List<String> names(Predicate<Measure> which) {
    return MEASURES.stream().filter(which).map(Measure::id).toList();
  }

  /** Returns whether all is met that must be. */
  private boolean run() throws Exception {
    String machine = machine();
    out.println(machine);
    List<Figure> figures = new ArrayList<>();
    boolean good = true;
    for (Measure measure : MEASURES) {
      if (options.only().contains(measure.id())) {
        out.println(measure.id() + " ...");
        for (Figure figure : measure.run(options)) {
          print(figure, figures);
          good &= !measure.mustBeMet() || figure.standing() == Figure.Standing.MET;
        }
      }
    }
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    out.println();
    out.println(Table.text(machine, figures, today));
    if (options.out().isPresent()) {
      write(options.out().get(), machine, figures, today);
    }
    return good;
  }

  private void print(Figure figure, List<Figure> figures) {
    figures.add(figure);
    out.printf(
        "  %s: %s %s (%s)%n",
        figure.what(), figure.measured(), figure.standing().text(), figure.note());
  }

  private static void write(Path page, String machine, List<Figure> figures, LocalDate today)
      throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : "";
    Files.writeString(page, Table.into(before, machine, figures, names(), today));
  }

  private String machine() {
    try (Ground ground = Ground.bare(options)) {
      ground.fleet().startDatabase();
      try (Connection connection = ground.connect()) {
        return Machine.describe(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
