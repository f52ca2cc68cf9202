package io.watchbill.bench.prove;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages that the providers accepted, in their order. */
final class Receipts {
  private final Map<Integer, List<ReceivedPage>> byCase;

  Receipts(List<ReceivedPage> handed) {
    this.byCase =
        handed.stream()
            .sorted(Comparator.comparing(ReceivedPage::at))
            .collect(Collectors.groupingBy(ReceivedPage::number));
  }

  /** All copies of all pages of a case. */
  List<ReceivedPage> of(int number) {
    return byCase.getOrDefault(number, List.of());
  }

  /** When this page was first handed over: a receiver's pages come in the order of their steps. */
  Optional<Instant> first(Case sent, Expected wanted) {
    List<Instant> pages =
        byReceiver(sent).getOrDefault(wanted.person() + " by " + wanted.channel(), List.of());
    return pages.stream().skip(wanted.repetition()).findFirst();
  }

  /** When each page was first handed over, by person and channel. */
  Map<String, List<Instant>> byReceiver(Case sent) {
    Set<String> seen = new HashSet<>();
    return of(sent.number()).stream()
        .filter(handed -> seen.add(handed.page() + " " + handed.channel()))
        .collect(
            Collectors.groupingBy(
                handed -> handed.person() + " by " + handed.channel(),
                Collectors.mapping(ReceivedPage::at, Collectors.toList())));
  }

  /**
   * A copy without a mark began before the marked one that came before an instant: its sender was
   * without a processor for longer than its lease.
   */
  boolean beganBefore(ReceivedPage page, Instant instant) {
    return !page.marked()
        && of(page.number()).stream()
            .filter(copy -> copy.delivery().equals(page.delivery()) && copy.marked())
            .anyMatch(copy -> copy.at().isBefore(instant));
  }
}
