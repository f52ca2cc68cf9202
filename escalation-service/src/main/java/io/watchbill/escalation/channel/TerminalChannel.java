package io.watchbill.escalation.channel;

import jakarta.enterprise.context.ApplicationScoped;

/** Prints one line that begins with {@code PAGE } or {@code NOTICE }: what a laptop needs. */
@ApplicationScoped
class TerminalChannel implements Channel {

  @Override
  public ChannelKind kind() {
    return ChannelKind.TERMINAL;
  }

  @Override
  public SendResult handOver(Message message) {
    System.out.println(line(message));
    return new SendResult.Done("printed");
  }

  @Override
  public SendResult tell(NoticeMessage letter) {
    System.out.println(line(letter));
    return new SendResult.Done("printed");
  }

  static String line(NoticeMessage letter) {
    String text =
        "NOTICE "
            + letter.person()
            + " "
            + letter.title()
            + (letter.text().isEmpty() ? "" : " - " + letter.text())
            + (letter.outcomeUnknown() ? " - perhaps printed before" : "");
    return OneLine.of(text, 4_000);
  }

  static String line(Message message) {
    String text =
        "PAGE "
            + message.target()
            + (message.role() == null ? "" : " (" + message.role() + ")")
            + " "
            + message.headline()
            + " - "
            + message.reason()
            + (message.outcomeUnknown() ? " - perhaps printed before" : "")
            + " - acknowledge: "
            + message.acknowledge();
    return OneLine.of(text, 4_000);
  }
}
