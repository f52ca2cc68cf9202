package io.watchbill.incident.board;

import io.watchbill.incident.lifecycle.NewEntry;
import io.watchbill.incident.timeline.TimelineEntry;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entries of a timeline are shown. */
public enum TimelineChoice {
  ALL,
  PEOPLE,
  PAGES,
  SYSTEM;

  private static final Set<String> OF_PAGES =
      EnumSet.of(
              NewEntry.Kind.ESCALATION_STEP,
              NewEntry.Kind.ESCALATION_PAGE,
              NewEntry.Kind.ESCALATION_DELIVERY,
              NewEntry.Kind.ESCALATION_ALARM)
          .stream()
          .map(NewEntry.Kind::word)
          .collect(Collectors.toUnmodifiableSet());

  /** Returns the choice of a word; all for any other. */
  static TimelineChoice of(@Nullable String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.word().equals(word))
        .findFirst()
        .orElse(ALL);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean shows(TimelineEntry entry) {
    boolean ofPages = OF_PAGES.contains(entry.kind());
    boolean ofPeople = !ofPages && entry.by().kind().equals("person");
    return switch (this) {
      case ALL -> true;
      case PAGES -> ofPages;
      case PEOPLE -> ofPeople;
      case SYSTEM -> !ofPages && !ofPeople;
    };
  }
}
