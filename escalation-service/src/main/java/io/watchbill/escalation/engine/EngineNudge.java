package io.watchbill.escalation.engine;

import io.watchbill.kit.loop.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes the engine after a commit that gave it work. */
@ApplicationScoped
class EngineNudge {
  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  void with(Loop loop) {
    loops.add(loop);
  }

  void nudge() {
    loops.forEach(Loop::nudge);
  }
}
