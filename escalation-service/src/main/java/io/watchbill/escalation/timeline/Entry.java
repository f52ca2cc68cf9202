package io.watchbill.escalation.timeline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One entry for the timeline of an incident. */
@RegisterForReflection
public record Entry(
    UUID incident, int round, Instant at, Kind kind, String text, Map<String, Object> data) {

  /** The kind of an entry; in lower case on the wire. */
  public enum Kind {
    @com.fasterxml.jackson.annotation.JsonProperty("step")
    STEP,
    @com.fasterxml.jackson.annotation.JsonProperty("page")
    PAGE,
    @com.fasterxml.jackson.annotation.JsonProperty("delivery")
    DELIVERY,
    @com.fasterxml.jackson.annotation.JsonProperty("alarm")
    ALARM
  }
}
