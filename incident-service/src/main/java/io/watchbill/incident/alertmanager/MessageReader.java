package io.watchbill.incident.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.alert.Hash;
import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.alert.SeverityTable;
import io.watchbill.incident.dialect.AlertGroup;
import io.watchbill.incident.dialect.IncomingMessage;
import io.watchbill.incident.dialect.IncomingMessage.Resolution;
import io.watchbill.incident.dialect.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the body of Alertmanager's webhook. Few fields are required (an object with an array {@code
 * alerts}), unknown ones are accepted, and what does not fit in an alert is cleaned rather than
 * refused: it is read by hand, since a value of a wrong type must still page.
 */
final class MessageReader {
  private static final int KEY_SHOWN = 1024;
  private static final int TITLE_LENGTH = 300;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private final SeverityTable severities;
  private final Instant received;

  /**
   * @param severities how to understand the label {@code severity}
   * @param received stands in for instants that are missing or impossible
   */
  MessageReader(SeverityTable severities, Instant received) {
    this.severities = severities;
    this.received = received;
  }

  /** Reads a body; malformed UTF-8 is replaced, so that a broken label costs no page. */
  IncomingMessage read(byte[] body) throws UnreadableMessageException {
    JsonNode root = parse(new String(body, StandardCharsets.UTF_8));
    if (!root.isObject()) {
      throw new UnreadableMessageException("The body is not a JSON object.");
    }
    if (!root.path("alerts").isArray()) {
      throw new UnreadableMessageException("The body has no array 'alerts'.");
    }
    List<IncomingAlert> alerts = alerts(root);
    String key = groupKey(root, alerts);
    AlertGroup group =
        new AlertGroup(
            new Cleaner().text(key, KEY_SHOWN), Hash.of(key), title(root, alerts), alerts);
    return new IncomingMessage(
        Alertmanager.KIND,
        List.of(group),
        Resolution.SAID_BY_SENDER,
        leftOut(root.path("truncatedAlerts")));
  }

  /** Returns 0 only for a value that says plainly that nothing was left out. */
  private static long leftOut(JsonNode node) {
    boolean nothing = node.isMissingNode() || node.isNull() || node.asText().isBlank();
    if (nothing || node.isBoolean() && !node.asBoolean() || node.asText().strip().equals("0")) {
      return 0;
    }
    double count = node.asDouble(1);
    return count == 0 && node.isNumber() ? 0 : Math.max(1, (long) count);
  }

  private static JsonNode parse(String text) throws UnreadableMessageException {
    try {
      JsonNode root = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      if (root.isMissingNode()) {
        throw new UnreadableMessageException("The body is empty.");
      }
      return root;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : ": line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new UnreadableMessageException("The body is not JSON" + place + ".");
    }
  }

  /** Returns one alert of each fingerprint, preferring a firing one, in the order of locks. */
  private List<IncomingAlert> alerts(JsonNode root) {
    AlertReader reader =
        new AlertReader(severities, received, "resolved".equals(root.path("status").asText()));
    SortedMap<String, IncomingAlert> byFingerprint = new TreeMap<>();
    for (JsonNode node : root.path("alerts")) {
      IncomingAlert alert = reader.read(node);
      byFingerprint.merge(alert.fingerprint(), alert, (one, other) -> other.firing() ? other : one);
    }
    return new ArrayList<>(byFingerprint.values());
  }

  /** Returns the group's key; without one, the group's labels or the first alert stand in. */
  private static String groupKey(JsonNode root, List<IncomingAlert> alerts) {
    String key = root.path("groupKey").asText("");
    if (!key.isBlank()) {
      return key;
    }
    JsonNode labels = root.path("groupLabels");
    if (labels.isObject() && !labels.isEmpty()) {
      return root.path("receiver").asText("") + new TreeMap<>(AlertReader.raw(labels));
    }
    return alerts.isEmpty() ? "" : "alert " + alerts.getFirst().name();
  }

  private static String title(JsonNode root, List<IncomingAlert> alerts) {
    Optional<IncomingAlert> first =
        alerts.stream()
            .filter(IncomingAlert::firing)
            .min(Comparator.comparing(IncomingAlert::severity));
    Stream<String> candidates =
        Stream.of(
            root.path("commonAnnotations").path("summary").asText(""),
            root.path("commonLabels").path("alertname").asText(""),
            root.path("groupLabels").path("alertname").asText(""),
            first.map(alert -> alert.annotations().get("summary")).orElse(""),
            first.map(IncomingAlert::name).orElse(""));
    return candidates
        .map(text -> new Cleaner().line(text, TITLE_LENGTH))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("Alert without a name");
  }
}
