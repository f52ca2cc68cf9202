package io.watchbill.rotation.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link that signs a person in, once. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SignInLink", description = "A link that signs a person in, once.")
public record SignInLink(
    @Schema(
            examples = "https://watchbill.example/sign-in/Xq3…",
            description = "Shown once, in the response that makes it.")
        @Nullable URI url,
    @Schema(examples = "2026-11-29T08:40:00Z") Instant expiresAt) {}
