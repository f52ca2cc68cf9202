package io.watchbill.escalation.notice;

import io.watchbill.escalation.channel.NoticeMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery of a notice that this process may send while its lease lasts.
 *
 * @param attempt from 1
 */
record Claim(UUID lease, int attempt, Instant giveUpAt, String kind, NoticeMessage message) {}
