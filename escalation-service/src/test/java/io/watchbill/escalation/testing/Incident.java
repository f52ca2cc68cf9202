package io.watchbill.escalation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An incident as the incident-service sends it: snapshots with rising versions. */
public final class Incident {
  public final String id;
  private final String team;
  private final Instant triggered;
  private int version;
  private int round = 1;
  private String severity;
  private List<String> tags;
  private String policy;
  private String state = "triggered";
  private String acknowledgedBy;
  private String title = "disk full";
  private Instant mutedUntil;
  private Instant roundSince;
  private Instant acknowledgedAt;
  private String type;
  private String commander;
  private boolean restricted;
  private boolean legalHold;

  public Incident(String team, String severity, Instant triggered, String... tags) {
    this(Ids.next(), team, severity, triggered, tags);
  }

  public Incident(UUID id, String team, String severity, Instant triggered, String... tags) {
    this.id = id.toString();
    this.team = team;
    this.severity = severity;
    this.triggered = triggered;
    this.roundSince = triggered;
    this.tags = List.of(tags);
  }

  public Incident withPolicy(String named) {
    policy = named;
    return this;
  }

  public Incident withTitle(String text) {
    title = text;
    return this;
  }

  public Incident ofType(String named) {
    type = named;
    return this;
  }

  public Incident commandedBy(String person) {
    commander = person;
    return this;
  }

  public Incident restricted() {
    restricted = true;
    return this;
  }

  public Incident legalHold(boolean held) {
    legalHold = held;
    return this;
  }

  public Incident mutedUntil(Instant until) {
    mutedUntil = until;
    return this;
  }

  public Instant triggered() {
    return triggered;
  }

  /** Sends the newest snapshot. */
  public Incident sent() {
    send(next());
    return this;
  }

  public Incident severity(String now) {
    severity = now;
    return sent();
  }

  public Incident tags(String... now) {
    tags = List.of(now);
    return sent();
  }

  public Incident acknowledgedBy(String person) {
    state = "acknowledged";
    acknowledgedBy = person;
    return sent();
  }

  /** Sets when the incident is acknowledged; without it at the beginning of the round. */
  public Incident acknowledgedAt(Instant at) {
    acknowledgedAt = at;
    return this;
  }

  public Incident resolved() {
    state = "resolved";
    return sent();
  }

  public Incident newRound(Instant since) {
    round++;
    roundSince = since;
    state = "triggered";
    acknowledgedBy = null;
    return sent();
  }

  /** The next snapshot, not sent. */
  public String next() {
    version++;
    return snapshot(version);
  }

  public String snapshot(int ofVersion) {
    return """
    {"id": "%s", "version": %d, "round": %d, "reference": "INC-7", "title": %s,
     "severity": "%s", "tags": [%s], "type": %s, "restricted": %s, "state": "%s",
     "team": "%s", "policy": %s, "commander": %s, "acknowledgedBy": %s,
     "anchors": {"triggered": "%s", "acknowledged": %s, "lastUpdate": "%s",
                 "severityChange": "%s", "invented": "%s"},
     "sla": {"acknowledge": "PT15M"}, "mutedUntil": %s, "link": "http://watchbill.test/i/7", "legalHold": %s,
     "fieldOfTomorrow": {"any": true}}\
    """
        .formatted(
            id,
            ofVersion,
            round,
            json(title),
            severity,
            String.join(",", tags.stream().map(Incident::json).toList()),
            json(type),
            restricted,
            state,
            team,
            json(policy),
            json(commander),
            json(acknowledgedBy),
            roundSince,
            acknowledgedBy == null ? "null" : json(acknowledgedAt().toString()),
            roundSince,
            roundSince,
            roundSince,
            json(mutedUntil == null ? null : mutedUntil.toString()),
            legalHold);
  }

  public static void send(String snapshot) {
    assertThat(send(List.of(snapshot))).containsExactly("ACCEPTED");
  }

  /** Sends snapshots in one batch; answers the status of each. */
  public static List<String> send(List<String> snapshots) {
    List<String> events =
        snapshots.stream()
            .map(
                snapshot ->
                    "{\"specversion\": \"1.0\", \"id\": \"%s\", \"source\": \"/incident-service\", \"type\": \"incident.snapshot\", \"data\": %s}"
                        .formatted(UUID.randomUUID(), snapshot))
            .toList();
    return Answer.to("POST", Answer.EVENTS, TestKeys.service(), events.toString(), 200)
        .getList("items.status");
  }

  private Instant acknowledgedAt() {
    return acknowledgedAt == null ? roundSince : acknowledgedAt;
  }

  private static String json(String text) {
    return text == null
        ? "null"
        : "\""
            + text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\0", "\\u0000")
            + "\"";
  }
}
