package io.watchbill.rotation.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Text;
import io.watchbill.rotation.input.Zone;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be on call.
 *
 * @param id in a request: absent, or that of the path
 * @param team the team that they belong to, whose managers may act for them; admins only when
 *     absent. Absent in a request: unchanged; for somebody new the only team that the caller
 *     manages
 * @param timeZone where they live, as an IANA name
 * @param archivedAt set by DELETE; past shifts still name them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A person who can be on call.")
public record Person(
    @Schema(examples = "alice") @Pattern(regexp = Id.PATTERN, message = Id.RULE)
        @Nullable String id,
    @Schema(examples = "Alice", required = true, minLength = 1, maxLength = Text.NAME)
        @NotNull(message = "a name is required")
        @Line(max = Text.NAME, message = Text.NAME_RULE)
        String name,
    @Schema(examples = "America/Los_Angeles", required = true)
        @NotNull(message = "a time zone is required, such as Europe/Berlin")
        @Zone
        String timeZone,
    @Schema(examples = "alice@example.com", maxLength = 254)
        @Email(message = "must be an email address")
        @Line(max = 254, blank = true, message = "an email address has at most 254 characters")
        @Nullable String email,
    @Schema(
            examples = "security",
            description =
                "The team that they belong to, whose managers may act for them; admins "
                    + "only when absent. Absent in a request: unchanged.")
        @Pattern(regexp = Id.PATTERN, message = Id.RULE)
        @Nullable String team,
    @Schema(readOnly = true) @Nullable Instant archivedAt) {}
