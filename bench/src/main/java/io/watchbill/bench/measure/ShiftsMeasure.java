package io.watchbill.bench.measure;

import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The final shifts of a year, computed, and what the age of the rotation adds to that. */
final class ShiftsMeasure implements Measure {
  private static final int ROUNDS = 5;

  @Override
  public String id() {
    return "shifts";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    try {
      return new Runner(options(options.scale()))
          .run().stream().flatMap(ShiftsMeasure::figures).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static org.openjdk.jmh.runner.options.Options options(Scale scale) {
    return new OptionsBuilder()
        .include(YearOfShifts.class.getName())
        .forks(1)
        .warmupIterations(ROUNDS)
        .warmupTime(part(scale.warmUp().toMillis()))
        .measurementIterations(ROUNDS)
        .measurementTime(part(scale.load().toMillis()))
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static TimeValue part(long millis) {
    return TimeValue.milliseconds(millis / ROUNDS);
  }

  private static Stream<Figure> figures(RunResult run) {
    String age = run.getParams().getParam("age");
    Result<?> result = run.getPrimaryResult();
    return Stream.of(
        Figure.of(
            "shifts/year-" + age,
            "final shifts of a year, " + age + " years after the rotation's start",
            Limit.atMost(20, " ms"),
            result.getScore(),
            Limit.number(result.getScore()) + " ms",
            0,
            "10 layers, 20 people, 200 overrides, a role that follows; JMH, the mean of "
                + result.getSampleCount()
                + " rounds, ± "
                + Limit.number(result.getScoreError())
                + " ms"));
  }
}
