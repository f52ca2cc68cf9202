package io.watchbill.escalation.page;

import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.plan.progress.StepKey;
import java.util.List;
import java.util.Map;

/**
 * The result of paging.
 *
 * @param made the new pages, with their contact methods
 * @param unreachable rounds and branches whose new pages can reach nobody
 */
public record Paged(List<Made> made, List<Unreachable> unreachable) {

  /**
   * A new page.
   *
   * @param handover the number of the shift change that it follows; 0 for the step's own
   * @param by the contact methods that are used; empty if the target has none
   */
  public record Made(
      RoundKey round,
      StepKey key,
      int handover,
      String stepName,
      String branch,
      String target,
      String reason,
      List<String> by) {

    static Made of(Page page, List<Reachable> ways) {
      return new Made(
          new RoundKey(page.incident(), page.round(), page.purpose().text()),
          page.step().key(),
          page.step().handover(),
          page.step().name(),
          page.step().branch(),
          page.target().text(),
          page.reason(),
          ways.stream().map(Made::way).toList());
    }

    private static String way(Reachable way) {
      return way.kind() + (way.delay().isZero() ? "" : " after " + way.delay());
    }

    /** Returns whether the target has a contact method. */
    public boolean isReached() {
      return !by.isEmpty();
    }

    /** Describes how the target is paged. */
    public String fate() {
      return isReached()
          ? target + " by " + String.join(", ", by)
          : target + " has no contact method";
    }

    /** Returns the same as data. */
    public Map<String, Object> facts() {
      return Map.of("target", target, "by", by);
    }
  }

  /** Returns the targets of new pages. */
  public List<String> told() {
    return made.stream().map(Made::target).toList();
  }
}
