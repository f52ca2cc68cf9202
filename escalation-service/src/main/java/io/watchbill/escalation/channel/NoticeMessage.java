package io.watchbill.escalation.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as a channel sends it: nothing to acknowledge, nothing urgent.
 *
 * @param name of the person, as people say it
 * @param about the instant that it is about; may be null
 */
public record NoticeMessage(
    Envelope envelope,
    UUID notice,
    String kind,
    String person,
    String name,
    String title,
    String text,
    @Nullable Instant about,
    Instant at) {}
