package io.watchbill.bench.measure;

import java.util.List;

/** Something that is measured, on a ground of its own. */
interface Measure {
  /** Its name in {@code --only} and in the table. */
  String id();

  List<Figure> run(BenchOptions options);

  /** Returns whether it is made when nobody says which measures are. */
  default boolean isUsual() {
    return true;
  }

  /** Returns whether the run has failed when one of its figures is not what it must be. */
  default boolean mustBeMet() {
    return false;
  }
}
