package io.watchbill.escalation.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * What a channel is to hand over of a notice: nothing to acknowledge, nothing urgent.
 *
 * @param delivery also the provider's idempotency key: the same over all attempts
 * @param outcomeUnknown an attempt before this one may have arrived; the receiver is told so
 * @param about the instant that it is about; may be null
 */
public record NoticeMessage(
    UUID delivery,
    UUID notice,
    String address,
    String secret,
    boolean outcomeUnknown,
    String kind,
    String person,
    String title,
    String text,
    Instant about,
    Instant at) {}
