package io.watchbill.escalation.verification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a contact method was verified. */
@RegisterForReflection
@Schema(name = "Verified")
public record VerifiedView(@Schema(examples = "2026-03-02T09:03:12Z") Instant verifiedAt) {}
