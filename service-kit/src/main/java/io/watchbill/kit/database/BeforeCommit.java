package io.watchbill.kit.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Work that a transaction defers to just before its commit, to do it in batches. */
final class BeforeCommit {
  private final List<Left> all = new ArrayList<>();

  private record Left(BiConsumer<Tx, List<Object>> work, Object item) {}

  @SuppressWarnings("unchecked")
  <T> void add(BiConsumer<Tx, List<T>> work, T item) {
    all.add(new Left((BiConsumer<Tx, List<Object>>) (BiConsumer<Tx, ?>) work, item));
  }

  int size() {
    return all.size();
  }

  /** Drops the work that was added after this point. */
  void backTo(int size) {
    all.subList(Math.min(size, all.size()), all.size()).clear();
  }

  /** Runs the work, and any work that it defers in turn. */
  void run(Tx tx) {
    while (!all.isEmpty()) {
      Map<BiConsumer<Tx, List<Object>>, List<Object>> together = new LinkedHashMap<>();
      all.forEach(
          left -> together.computeIfAbsent(left.work, work -> new ArrayList<>()).add(left.item));
      all.clear();
      together.forEach((work, items) -> work.accept(tx, items));
    }
  }
}
