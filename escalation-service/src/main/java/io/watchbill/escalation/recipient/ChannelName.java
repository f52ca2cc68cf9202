package io.watchbill.escalation.recipient;

/** Names channels in texts for people. */
public final class ChannelName {
  private ChannelName() {}

  /** Returns "e-mail" for {@code email}; other kinds are words already. */
  public static String of(String kind) {
    return kind.equals("email") ? "e-mail" : kind;
  }
}
