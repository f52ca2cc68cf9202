package io.watchbill.incident.lifecycle;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names an incident in a request: its id or its reference.
 *
 * @param number of the reference; only without an id
 */
public record IncidentKey(Optional<UUID> id, long number) {
  private static final Pattern REFERENCE =
      Pattern.compile("INC-([0-9]{1,18})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Reads either form; empty when it is neither. */
  public static Optional<IncidentKey> parse(String text) {
    if (ID.matcher(text).matches()) {
      return Optional.of(new IncidentKey(Optional.of(UUID.fromString(text)), 0));
    }
    Matcher reference = REFERENCE.matcher(text);
    return reference.matches()
        ? Optional.of(new IncidentKey(Optional.empty(), Long.parseLong(reference.group(1))))
        : Optional.empty();
  }
}
