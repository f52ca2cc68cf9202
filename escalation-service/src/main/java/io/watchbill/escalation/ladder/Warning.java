package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;

/**
 * What may go wrong in a dry run.
 *
 * @param kind nobody, unreachable, oneWay, unverified or alarm
 * @param who by name
 * @param detail the channel, or the reason of the alarm
 */
@TemplateData
public record Warning(String kind, String who, String detail) {}
