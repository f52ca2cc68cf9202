package io.watchbill.kit.setting;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds settings that nobody reads: mistyped, or gone. Each may be given as a property, or as a
 * variable of the environment in capitals with underscores.
 */
final class UnknownSettings {
  /** Two letters swapped are two changes. */
  private static final int LIKELY_TYPO = 3;

  private UnknownSettings() {}

  /**
   * Returns those of the given names that begin with {@code watchbill} and are unknown; of two ways
   * to write the same one, the variable of the environment.
   */
  static List<String> among(Collection<String> given) {
    Map<String, String> unknown = new TreeMap<>();
    for (String name : new TreeSet<>(given)) {
      String variable = variable(name);
      if (variable.startsWith("WATCHBILL_") && !isKnown(variable)) {
        unknown.putIfAbsent(variable, name);
      }
    }
    return List.copyOf(unknown.values());
  }

  /** Returns the setting that was probably meant, written as the given name is. */
  static Optional<String> meant(String given) {
    boolean isVariable = given.equals(variable(given));
    return KnownSettings.names().stream()
        .filter(known -> !known.contains("<"))
        .filter(known -> distance(variable(known), variable(given)) <= LIKELY_TYPO)
        .min(
            (one, other) ->
                Integer.compare(
                    distance(variable(one), variable(given)),
                    distance(variable(other), variable(given))))
        .map(known -> isVariable ? variable(known) : known);
  }

  private static boolean isKnown(String variable) {
    return Stream.concat(KnownSettings.names().stream(), KnownSettings.ofTools().stream())
        .anyMatch(known -> form(known).matcher(variable).matches());
  }

  private static Pattern form(String known) {
    return Pattern.compile(variable(known.replace("<name>", "0")).replace("0", "[A-Z0-9_]+"));
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** Returns how many letters have to be changed, added or left out. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[other.length()];
  }
}
