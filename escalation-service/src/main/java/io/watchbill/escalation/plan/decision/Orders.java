package io.watchbill.escalation.plan.decision;

import java.util.List;

/**
 * What an evaluation orders to be done.
 *
 * @param takeovers shifts that changed hands: the people who left are paged no more
 */
public record Orders(List<PageOrder> pages, List<Takeover> takeovers, List<AlarmOrder> alarms) {}
