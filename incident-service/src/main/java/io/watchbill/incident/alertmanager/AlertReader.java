package io.watchbill.incident.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.alert.Hash;
import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.alert.IncomingAlert.Content;
import io.watchbill.incident.alert.IncomingAlert.Span;
import io.watchbill.incident.alert.SeverityTable;
import io.watchbill.incident.alert.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and cleans one alert of a message, by hand: it makes an alert of anything. */
final class AlertReader {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int FINGERPRINT_LENGTH = 64;
  private static final int NAME_LENGTH = 200;
  private static final int LABEL_NAME_LENGTH = 256;
  private static final int LABEL_LENGTH = 4096;
  private static final int ANNOTATION_LENGTH = 16384;
  private static final int URL_LENGTH = 4096;
  private static final int MAX_ENTRIES = 128;

  private final SeverityTable severities;
  private final Instant received;
  private final boolean groupResolved;

  AlertReader(SeverityTable severities, Instant received, boolean groupResolved) {
    this.severities = severities;
    this.received = received;
    this.groupResolved = groupResolved;
  }

  IncomingAlert read(JsonNode node) {
    Cleaner cleaner = new Cleaner();
    if (!node.isObject()) {
      cleaner.flag("unreadable");
    }
    Map<String, String> raw = raw(node.path("labels"));
    Map<String, String> labels = texts(node.path("labels"), LABEL_LENGTH, "labels", cleaner);
    Map<String, String> annotations =
        texts(node.path("annotations"), ANNOTATION_LENGTH, "annotations", cleaner);
    if (!node.isObject()) {
      annotations.put("unreadable", cleaner.text(node.toString(), ANNOTATION_LENGTH));
    }
    boolean firing = firing(node.path("status").asText(""), cleaner);
    return new IncomingAlert(
        fingerprint(node, raw, cleaner),
        name(labels, cleaner),
        severities.of(labels.get("severity")),
        Tags.split(labels.get("tags")),
        new Content(labels, annotations, generatorUrl(node.path("generatorURL"), cleaner)),
        span(node, firing, cleaner),
        cleaner.flags());
  }

  private Span span(JsonNode node, boolean firing, Cleaner cleaner) {
    return new Span(
        firing,
        startsAt(node.path("startsAt"), cleaner),
        firing ? Optional.empty() : endsAt(node.path("endsAt"), cleaner));
  }

  /** Whether the alert fires: it does unless it says that it is over. */
  private boolean firing(String status, Cleaner cleaner) {
    return switch (status.strip().toLowerCase(Locale.ROOT)) {
      case "firing" -> true;
      case "resolved" -> false;
      case "" -> !groupResolved;
      default -> {
        cleaner.flag("status-unknown");
        yield true;
      }
    };
  }

  private static String fingerprint(JsonNode node, Map<String, String> labels, Cleaner cleaner) {
    String sent = node.path("fingerprint").asText("").strip();
    if (sent.isEmpty()) {
      cleaner.flag("fingerprint-made-up");
      String identity = labels.isEmpty() ? node.toString() : new TreeMap<>(labels).toString();
      return Hash.hex(identity, 16);
    }
    boolean fits =
        sent.length() <= FINGERPRINT_LENGTH && sent.chars().allMatch(c -> c > ' ' && c < 127);
    return fits ? sent : Hash.hex(sent, FINGERPRINT_LENGTH);
  }

  private static String name(Map<String, String> labels, Cleaner cleaner) {
    String name = cleaner.line(labels.getOrDefault("alertname", ""), NAME_LENGTH);
    return name.isEmpty() ? "unnamed alert" : name;
  }

  private Instant startsAt(JsonNode node, Cleaner cleaner) {
    Optional<Instant> instant = instant(node);
    if (instant.isEmpty()) {
      cleaner.flag("startsAt-made-up");
    }
    return instant.orElse(received);
  }

  private Optional<Instant> endsAt(JsonNode node, Cleaner cleaner) {
    Optional<Instant> instant = instant(node);
    if (instant.isEmpty()) {
      cleaner.flag("endsAt-made-up");
    }
    return Optional.of(instant.orElse(received));
  }

  /** Returns the instant; empty if it cannot be read or is outside of the supported range. */
  private static Optional<Instant> instant(JsonNode node) {
    try {
      Instant instant =
          OffsetDateTime.parse(node.asText("")).toInstant().truncatedTo(ChronoUnit.MICROS);
      boolean possible = !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
      return possible ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> generatorUrl(JsonNode node, Cleaner cleaner) {
    String url = cleaner.line(node.asText(""), URL_LENGTH);
    return url.isEmpty() ? Optional.empty() : Optional.of(url);
  }

  /** Returns the labels as they were sent, for identities. */
  static Map<String, String> raw(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), plain(entry.getValue())));
    return texts;
  }

  private static Map<String, String> texts(
      JsonNode node, int maxLength, String what, Cleaner cleaner) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (texts.size() == MAX_ENTRIES) {
        cleaner.flag(what + "-dropped");
        break;
      }
      if (!entry.getValue().isTextual()) {
        cleaner.flag("not-text");
      }
      texts.put(
          cleaner.text(entry.getKey(), LABEL_NAME_LENGTH),
          cleaner.text(plain(entry.getValue()), maxLength));
    }
    return texts;
  }

  private static String plain(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
