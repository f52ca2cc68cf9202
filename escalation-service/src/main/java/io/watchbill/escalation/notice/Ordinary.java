package io.watchbill.escalation.notice;

import io.watchbill.escalation.channel.ChannelKind;
import io.watchbill.escalation.contact.Reachable;
import java.time.Duration;
import java.util.List;

/** Which of a person's ways are for what can wait. */
final class Ordinary {
  private Ordinary() {}

  /** By e-mail where there is one; else by those that their rules use first. */
  static List<Reachable> of(List<Reachable> ways) {
    List<Reachable> mails =
        ways.stream().filter(way -> way.kind().equals(ChannelKind.EMAIL.wire())).toList();
    if (!mails.isEmpty()) {
      return mails;
    }
    Duration first =
        ways.stream().map(Reachable::delay).min(Duration::compareTo).orElse(Duration.ZERO);
    return ways.stream().filter(way -> way.delay().equals(first)).toList();
  }
}
