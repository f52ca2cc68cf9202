package io.watchbill.rotation.directory;

import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Archives somebody or something, unless it is still needed. */
final class Archiving {
  private Archiving() {}

  /** Returns why it was not done, with all that needs it. */
  static Optional<Refusal> of(Runnable archive) {
    try {
      archive.run();
      return Optional.empty();
    } catch (Problem e) {
      String needs = e.violations().stream().map(Archiving::text).collect(Collectors.joining("; "));
      String detail = needs.isEmpty() ? e.getMessage() : e.getMessage() + " " + needs;
      return Optional.of(new Refusal(e.error().status(), detail, Map.of(), Map.of()));
    }
  }

  private static String text(Violation need) {
    return need.pointer().replaceFirst("^/v1/", "") + " " + need.detail();
  }
}
