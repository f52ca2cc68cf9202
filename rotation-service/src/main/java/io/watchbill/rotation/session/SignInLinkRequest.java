package io.watchbill.rotation.session;

import io.watchbill.rotation.input.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to make a link that signs a person in. */
@Schema(description = "Whom the link signs in.")
public record SignInLinkRequest(
    @Schema(examples = "alice", required = true)
        @NotNull(message = "the id of the person is required: " + Id.RULE)
        @Pattern(regexp = Id.PATTERN, message = Id.RULE)
        String person) {}
