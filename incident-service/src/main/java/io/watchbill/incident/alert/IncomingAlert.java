package io.watchbill.incident.alert;

import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One alert of a request, cleaned so that it can be stored.
 *
 * @param fingerprint the sender's identity of the alert; at most 64 characters
 * @param name for people, on one line
 * @param flags what was cleaned, trimmed or filled in
 */
public record IncomingAlert(
    String fingerprint,
    String name,
    Severity severity,
    Set<String> tags,
    Content content,
    Span span,
    Set<String> flags) {

  /** What its sender says about it, in the sender's own words. */
  public record Content(
      Map<String, String> labels, Map<String, String> annotations, Optional<String> generatorUrl) {}

  /**
   * When it fires.
   *
   * @param end when it ended; empty while it fires
   */
  public record Span(boolean firing, Instant start, Optional<Instant> end) {}

  public boolean firing() {
    return span.firing();
  }

  public Map<String, String> labels() {
    return content.labels();
  }

  public Map<String, String> annotations() {
    return content.annotations();
  }
}
