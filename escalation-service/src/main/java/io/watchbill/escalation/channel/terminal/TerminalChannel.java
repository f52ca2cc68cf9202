package io.watchbill.escalation.channel.terminal;

import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.Message;
import io.watchbill.escalation.channel.NoticeMessage;
import io.watchbill.escalation.channel.OneLine;
import io.watchbill.escalation.channel.SendResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Prints one line that begins with {@code PAGE } or {@code NOTICE }: what a laptop needs. */
@ApplicationScoped
class TerminalChannel implements Channel {

  @Override
  public String kind() {
    return "terminal";
  }

  @Override
  public String checkAddress(String address) {
    return "stdout";
  }

  /** Nobody can mistake the address. */
  @Override
  public boolean needsVerification() {
    return false;
  }

  @Override
  public SendResult send(Message page) {
    System.out.println(line(page));
    return new SendResult.Done("printed");
  }

  @Override
  public SendResult send(NoticeMessage notice) {
    System.out.println(line(notice));
    return new SendResult.Done("printed");
  }

  static String line(NoticeMessage notice) {
    return OneLine.of(
        "NOTICE "
            + notice.name()
            + " "
            + notice.title()
            + (notice.text().isEmpty() ? "" : " - " + notice.text())
            + copy(notice.envelope()),
        4_000);
  }

  static String line(Message message) {
    Message.Page page = message.page();
    return OneLine.of(
        "PAGE "
            + page.name()
            + (page.role() == null ? "" : " (" + page.role() + ")")
            + " "
            + message.headline()
            + " - "
            + page.reason()
            + copy(message.envelope())
            + " - acknowledge: "
            + page.acknowledge(),
        4_000);
  }

  private static String copy(Envelope envelope) {
    return (envelope.outcomeUnknown() ? " - may be a second copy" : "")
        + envelope.restored().map(said -> " - " + said).orElse("");
  }
}
