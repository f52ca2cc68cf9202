package io.watchbill.kit.doctor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.finding.Finding;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one process of a service found out about itself.
 *
 * @param version of the program
 * @param at by the clock of this process
 * @param publicUrl where people reach Watchbill, as this process believes
 */
@RegisterForReflection
@Schema(name = "DoctorReport")
public record DoctorReport(
    @Schema(examples = "escalation-service") String service,
    @Schema(examples = "0.1.0") String version,
    Instant at,
    @Schema(examples = "https://watchbill.example.org") String publicUrl,
    List<Finding> findings) {}
