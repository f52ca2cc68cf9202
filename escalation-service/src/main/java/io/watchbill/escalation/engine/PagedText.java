package io.watchbill.escalation.engine;

import io.watchbill.escalation.page.Paged;
import java.util.List;
import java.util.stream.Collectors;

/** Writes who was paged by what, to open an entry of the timeline. */
final class PagedText {
  private PagedText() {}

  /** Returns "Paged bob by e-mail; carol has no contact method". */
  static String of(List<Paged.Made> pages) {
    String paged = fates(pages, true);
    String others = fates(pages, false);
    if (paged.isEmpty()) {
      return "Paged nobody; " + others;
    }
    return "Paged " + paged + (others.isEmpty() ? "" : "; " + others);
  }

  private static String fates(List<Paged.Made> pages, boolean reached) {
    return pages.stream()
        .filter(page -> page.isReached() == reached)
        .map(Paged.Made::fate)
        .collect(Collectors.joining(", "));
  }
}
