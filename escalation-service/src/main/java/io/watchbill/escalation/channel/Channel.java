package io.watchbill.escalation.channel;

/** One way to hand messages over. One bean a kind. */
public interface Channel {
  ChannelKind kind();

  /**
   * Hands a message over, within the time-out of the settings. May block; many run at once.
   *
   * @return what became of it; an exception means {@link SendResult.Failed}
   */
  SendResult handOver(Message message);

  /** Hands a notice over, as {@link #handOver} does a page. */
  SendResult tell(NoticeMessage letter);
}
