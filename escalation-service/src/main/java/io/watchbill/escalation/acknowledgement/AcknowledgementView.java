package io.watchbill.escalation.acknowledgement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The acknowledgement that holds for a page.
 *
 * @param already true when somebody, perhaps the same person, had acknowledged before
 * @param confirmed whether the incident-service has confirmed it
 */
@RegisterForReflection
@Schema(name = "Acknowledgement")
public record AcknowledgementView(
    UUID page,
    UUID incident,
    int round,
    @Schema(examples = "main") String branch,
    @Schema(examples = "alice") String person,
    Instant at,
    boolean already,
    boolean confirmed) {}
