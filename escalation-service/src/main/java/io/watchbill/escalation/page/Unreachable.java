package io.watchbill.escalation.page;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.wording.Names;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A branch whose new pages have no contact method at all. */
public record Unreachable(UUID incident, int round, Branch branch, String reason) {

  static Unreachable of(List<Page> pages, Names names) {
    Page first = pages.getFirst();
    String targets =
        pages.stream()
            .map(page -> page.target().spoken(names))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Unreachable(
        first.round().incident(),
        first.round().round(),
        first.repetition().step().branch(),
        "no contact method for " + targets);
  }
}
