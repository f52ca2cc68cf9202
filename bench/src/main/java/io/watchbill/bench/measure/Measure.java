package io.watchbill.bench.measure;

import java.util.List;

/** Something that is measured, on a ground of its own. */
interface Measure {
  /** Its name in {@code --only} and in the table. */
  String id();

  List<Figure> run(Options options);
}
