package io.watchbill.escalation.verification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Since when a contact method is verified. */
@RegisterForReflection
@Schema(name = "Verified")
public record VerifiedView(@Schema(examples = "2026-03-02T09:03:12Z") Instant verifiedAt) {}
