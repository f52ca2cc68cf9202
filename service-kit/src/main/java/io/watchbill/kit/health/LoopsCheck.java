package io.watchbill.kit.health;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks for loops that are stuck, those too on which no page depends. */
@ApplicationScoped
class LoopsCheck implements Check {
  private final Loops loops;

  LoopsCheck(Loops loops) {
    this.loops = loops;
  }

  @Override
  public String name() {
    return "loops";
  }

  @Override
  public List<Finding> look() {
    List<String> stuck = loops.stuckFor(LoopsAlive.LIMIT);
    return List.of(
        stuck.isEmpty()
            ? Finding.ok(name(), "All loops iterate.")
            : Finding.fail(
                name(),
                "No iteration ended well for %d seconds in: %s."
                    .formatted(LoopsAlive.LIMIT.toSeconds(), String.join(", ", stuck)),
                "See whether the database answers, then read the service's log.",
                "docs/runbooks/WatchbillLoopStandsStill.md"));
  }
}
