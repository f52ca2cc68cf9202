package io.watchbill.escalation.messages;

import io.watchbill.escalation.alarm.AlarmView;

/**
 * An alarm.
 *
 * @param reference of its incident; its id if it is not known
 */
public record AlarmRow(AlarmView alarm, String reference) {}
