package io.watchbill.escalation.channel;

import io.watchbill.kit.problem.Problem;
import java.util.Optional;

/**
 * A way to reach people. Each kind is one bean; {@link Channels} finds it, and nothing else has to
 * know of it.
 */
public interface Channel {

  /** Returns the kind's name on the wire, in stored rows and as the metrics' label. */
  String kind();

  /**
   * Returns an address in the form in which it is stored.
   *
   * @throws Problem that points at {@code /address}
   */
  String checkAddress(String address);

  /**
   * Returns the key of the bulkhead that calls to an address share: one provider that hangs must
   * not stop the others.
   */
  default String provider(String address) {
    return kind();
  }

  /** Returns the most calls at once, where they differ from {@code watchbill.delivery}'s. */
  default Optional<ParallelCalls> limits() {
    return Optional.empty();
  }

  /** Returns whether people have to prove that an address of this kind reaches them. */
  default boolean needsVerification() {
    return true;
  }

  /** Returns whether messages are signed with a secret of the contact method. */
  default boolean isSigned() {
    return false;
  }

  /** Returns whether notices go by this channel only, where a person has it. */
  default boolean isPreferredForNotices() {
    return false;
  }

  /**
   * Sends a page, within the time-out of the settings. May block; many run at once.
   *
   * @return the result; an exception counts as {@link SendResult.Failed}
   */
  SendResult send(Message page);

  /** Sends a notice, as {@link #send(Message)} does a page. */
  SendResult send(NoticeMessage notice);
}
