package io.watchbill.escalation.ladder;

import io.watchbill.escalation.rehearsal.DryRunView;
import java.util.List;

/**
 * The result of a dry run for people.
 *
 * @param pages who would be paged, in order
 * @param steps what becomes of each step, in the order of time
 * @param run all that the dry run says
 */
public record Rehearsed(
    List<PagedRow> pages, List<DryRunView.Step> steps, List<Warning> warnings, DryRunView run) {}
