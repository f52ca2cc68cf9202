package io.watchbill.kit.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A fact on its way between services: CloudEvents 1.0, JSON format. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    JsonNode data) {}
