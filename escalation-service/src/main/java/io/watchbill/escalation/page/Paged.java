package io.watchbill.escalation.page;

import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.escalation.recipient.ChannelName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
   * @param name of the target, as people say it
   * @param by the contact methods that are used; empty if the target has none
   */
  public record Made(
      RoundKey round,
      StepKey key,
      int handover,
      String stepName,
      Branch branch,
      String target,
      String name,
      String reason,
      List<Way> by) {

    static Made of(Page page, List<Reachable> ways, Names names) {
      return new Made(
          page.round(),
          page.repetition().key(),
          page.repetition().handover(),
          page.repetition().step().name(),
          page.repetition().step().branch(),
          page.target().text(),
          page.target().spoken(names),
          page.reason(),
          ways.stream().map(way -> new Way(way.kind(), way.delay())).toList());
    }

    /** Returns whether the target has a contact method. */
    public boolean isReached() {
      return !by.isEmpty();
    }

    /** Describes how the target is paged. */
    public String fate() {
      return isReached()
          ? name + " by " + by.stream().map(Way::text).collect(Collectors.joining(" and "))
          : name + " has no contact method";
    }

    /** Returns the same as data. */
    public Map<String, Object> facts() {
      return Map.of("target", target, "name", name, "by", by.stream().map(Way::data).toList());
    }
  }

  /** A channel by which a page goes out, so long after the page was due. */
  public record Way(String kind, Duration delay) {
    String text() {
      String name = ChannelName.of(kind);
      return name + (delay.isZero() ? "" : " after " + Wording.duration(delay));
    }

    String data() {
      return kind + (delay.isZero() ? "" : " after " + delay);
    }
  }

  /** Returns the targets of new pages. */
  public List<String> targets() {
    return made.stream().map(Made::target).toList();
  }
}
