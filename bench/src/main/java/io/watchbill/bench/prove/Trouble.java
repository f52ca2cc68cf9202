package io.watchbill.bench.prove;

import java.time.Duration;
import java.util.List;

/** What happens to the fleet while alerts come in. */
interface Trouble {
  /** Goes on for a while, and returns when all is well again. */
  void run(Duration time);

  /** Returns what has happened so far. */
  List<Disturbance> disturbances();
}
