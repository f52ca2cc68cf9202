package io.watchbill.escalation.channel.email;

import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.Message;
import io.watchbill.escalation.channel.NoticeMessage;
import io.watchbill.escalation.channel.OneLine;

/** Writes the plain text of a mail. */
final class MailText {
  private static final String SECOND_COPY =
      "This may be a second copy: it is not known whether the first arrived.\n\n";

  private MailText() {}

  static String of(NoticeMessage notice) {
    return copy(notice.envelope()) + line(notice.title(), 1_000) + "\n" + notice.text() + "\n";
  }

  static String of(Message message) {
    Message.Page page = message.page();
    String link = message.incident().link();
    return line(message.headline(), 1_000)
        + "\n"
        + copy(message.envelope())
        + ("Acknowledge: " + page.acknowledge() + "\n\n")
        + ("Paged: " + line(page.name(), 300))
        + ("Step:  " + line(page.step(), 300))
        + ("Why:   " + line(page.reason(), 1_000))
        + (link == null ? "" : "Open:  " + line(link, 2_000));
  }

  private static String copy(Envelope envelope) {
    return (envelope.outcomeUnknown() ? SECOND_COPY : "")
        + envelope.restored().map(said -> said + "\n\n").orElse("");
  }

  private static String line(String text, int longest) {
    return OneLine.of(text, longest) + "\n";
  }
}
