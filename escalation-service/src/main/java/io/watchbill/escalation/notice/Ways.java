package io.watchbill.escalation.notice;

import io.watchbill.escalation.channel.ChannelKind;
import io.watchbill.escalation.contact.Reachable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** By which of their ways people are told of a notice. */
final class Ways {
  /** What cannot wait for somebody to read their mail. */
  private static final Set<String> URGENT = Set.of("cover-urgent");

  private Ways() {}

  /**
   * What is urgent by those that the person's rules use first, as a page; all else by e-mail where
   * there is one.
   */
  static List<Reachable> of(String kind, List<Reachable> ways) {
    List<Reachable> mails =
        ways.stream().filter(way -> way.kind().equals(ChannelKind.EMAIL.wire())).toList();
    return URGENT.contains(kind) || mails.isEmpty() ? first(ways) : mails;
  }

  private static List<Reachable> first(List<Reachable> ways) {
    Duration first =
        ways.stream().map(Reachable::delay).min(Duration::compareTo).orElse(Duration.ZERO);
    return ways.stream().filter(way -> way.delay().equals(first)).toList();
  }
}
