package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
import io.watchbill.incident.lifecycle.State.Acknowledged;
import io.watchbill.incident.lifecycle.State.Resolved;
import io.watchbill.incident.lifecycle.State.Triggered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What firing alerts do to an incident that exists. */
final class Arrival {
  private static final int NAMED = 10;

  private final Lifecycle before;
  private final AlertChanges news;
  private final Actor by;
  private final Instant now;
  private final AcknowledgementTimes times;

  private Arrival(
      Lifecycle before, AlertChanges news, Actor by, Instant now, AcknowledgementTimes times) {
    this.before = before;
    this.news = news;
    this.by = by;
    this.now = now;
    this.times = times;
  }

  static Decision of(
      Lifecycle before, AlertChanges news, Actor by, Instant now, AcknowledgementTimes times) {
    Arrival arrival = new Arrival(before, news, by, now, times);
    return switch (before.state()) {
      case Triggered triggered -> arrival.onTriggered();
      case Acknowledged acknowledged -> arrival.onAcknowledged();
      case Resolved resolved -> arrival.onResolved(resolved);
    };
  }

  private Decision onTriggered() {
    if (news.isWorseThan(before.severity())) {
      return before.mute().isPresent()
          ? pagesAgain(Reason.WORSE_WHILE_MUTED, Kind.TRIGGERED)
          : goesOn(Reason.WORSE_ALERT);
    }
    return goesOn(news.added().isEmpty() ? Reason.NOTHING_NEW : Reason.NEW_ALERT);
  }

  /** Whoever acknowledged knows of it; only what is worse must be told again. */
  private Decision onAcknowledged() {
    if (news.isWorseThan(before.severity())) {
      return pagesAgain(Reason.WORSE_ALERT_WHILE_ACKNOWLEDGED, Kind.TRIGGERED);
    }
    return goesOn(
        news.added().isEmpty() ? Reason.NOTHING_NEW : Reason.NEW_ALERT_WHILE_ACKNOWLEDGED);
  }

  private Decision onResolved(Resolved resolved) {
    if (!news.added().isEmpty()) {
      return pagesAgain(Reason.REOPENED_BY_NEW_ALERT, Kind.REOPENED);
    }
    boolean mute = resolved.suppressedUntil().filter(now::isBefore).isPresent();
    return mute
        ? Decision.unchanged(Reason.SUPPRESSED_AFTER_RESOLVE, before)
        : pagesAgain(Reason.REOPENED_AFTER_SUPPRESSION, Kind.REOPENED);
  }

  private Decision pagesAgain(Reason reason, Kind kind) {
    Severity worst = news.worst().map(before.severity()::orWorse).orElse(before.severity());
    Set<String> tags = allTags();
    Decision round = before.newRound(reason, kind, worst, tags, by, now, times);
    List<Entry> entries = entries();
    entries.addAll(round.entries());
    return new Decision(reason, round.next(), round.paging(), entries);
  }

  private Decision goesOn(Reason reason) {
    boolean worse = news.isWorseThan(before.severity());
    Lifecycle next = worse ? before.withSeverity(news.worst().orElseThrow(), now, times) : before;
    next = next.withTags(news.tags());
    Paging facts = next.equals(before) ? Paging.NOTHING : Paging.UPDATE;
    return new Decision(reason, next, worse ? Paging.TRIGGER : facts, entries());
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    if (!news.added().isEmpty()) {
      entries.add(added());
    }
    news.worst()
        .filter(worst -> worst.isWorseThan(before.severity()))
        .ifPresent(worst -> entries.add(raised(worst)));
    Set<String> tags = allTags();
    if (!tags.equals(before.tags())) {
      entries.add(before.tagsChanged(tags, by, now));
    }
    return entries;
  }

  private Entry added() {
    int count = news.added().size();
    String names = String.join(", ", news.added().subList(0, Math.min(NAMED, count)));
    String more = count > NAMED ? " and " + (count - NAMED) + " more" : "";
    return new Entry(
        Kind.ALERTS_ADDED,
        now,
        by,
        (count == 1 ? "new alert: " : count + " new alerts: ") + names + more,
        Map.of("count", Integer.toString(count)));
  }

  private Entry raised(Severity to) {
    return new Entry(
        Kind.SEVERITY_CHANGED,
        now,
        by,
        before.severity() + " to " + to + ": an alert is worse",
        Map.of("from", before.severity().name(), "to", to.name()));
  }

  private Set<String> allTags() {
    Set<String> tags = new TreeSet<>(before.tags());
    tags.addAll(news.tags());
    return tags;
  }
}
