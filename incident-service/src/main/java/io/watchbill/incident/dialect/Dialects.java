package io.watchbill.incident.dialect;

import io.quarkus.arc.All;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dialects that this replica speaks, by kind of integration. */
@ApplicationScoped
public class Dialects {
  private final Map<String, Dialect> byKind;

  Dialects(@All List<Dialect> dialects) {
    this.byKind =
        dialects.stream().collect(Collectors.toUnmodifiableMap(Dialect::kind, Function.identity()));
  }

  /** Returns the dialect of a kind; a kind of a newer version is left to a replica that has it. */
  public Dialect of(String kind) {
    return Optional.ofNullable(byKind.get(kind))
        .orElseThrow(
            () ->
                new Problem(
                    KitError.UNAVAILABLE,
                    "This replica cannot read messages of the kind '" + kind + "' yet."));
  }
}
