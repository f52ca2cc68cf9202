package io.watchbill.bench.prove;

import java.time.Instant;

/**
 * A page as a provider took it.
 *
 * @param page the page's own id: one for a person and a step of a case
 * @param delivery the provider's idempotency key: the same at every repetition
 * @param marked the sender said that an earlier try may have been taken already
 */
record ReceivedPage(
    int number,
    String person,
    String channel,
    String page,
    String delivery,
    boolean marked,
    Instant at) {

  String branch() {
    return Expected.branchOf(person);
  }
}
