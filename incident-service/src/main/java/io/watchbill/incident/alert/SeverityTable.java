package io.watchbill.incident.alert;

import io.watchbill.incident.lifecycle.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps a sender's words for severity, ignoring case; unknown and missing words mean the default.
 *
 * @param words of the integration; they take precedence over the usual ones
 */
public record SeverityTable(Map<String, Severity> words, Severity otherwise) {

  /** The usual words of Prometheus rules. */
  public static final Map<String, Severity> USUAL =
      Map.ofEntries(
          Map.entry("p0", Severity.P0),
          Map.entry("p1", Severity.P1),
          Map.entry("p2", Severity.P2),
          Map.entry("p3", Severity.P3),
          Map.entry("critical", Severity.P0),
          Map.entry("emergency", Severity.P0),
          Map.entry("page", Severity.P1),
          Map.entry("high", Severity.P1),
          Map.entry("error", Severity.P1),
          Map.entry("major", Severity.P1),
          Map.entry("medium", Severity.P2),
          Map.entry("warning", Severity.P2),
          Map.entry("minor", Severity.P2),
          Map.entry("low", Severity.P3),
          Map.entry("info", Severity.P3),
          Map.entry("informational", Severity.P3),
          Map.entry("none", Severity.P3));

  public SeverityTable {
    Map<String, Severity> lower = new TreeMap<>();
    words.forEach((word, severity) -> lower.put(word.strip().toLowerCase(Locale.ROOT), severity));
    words = Map.copyOf(lower);
  }

  /** Returns the severity of a word; null and blank mean the default. */
  public Severity of(@Nullable String word) {
    if (word == null) {
      return otherwise;
    }
    String key = word.strip().toLowerCase(Locale.ROOT);
    Severity known = words.containsKey(key) ? words.get(key) : USUAL.get(key);
    return known == null ? otherwise : known;
  }
}
