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

/**
 * A person who can be on call.
 *
 * @param id in a request: absent, or that of the path
 * @param team the team that they belong to: its managers have rights over them; absent: the admins
 *     alone. In a request absent: as it is, of somebody new the only team that the caller manages
 * @param timeZone where they live, as the IANA database names it
 * @param archivedAt set by DELETE; the past still knows them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A person who can be on call.")
public record Person(
    @Schema(examples = "alice") @Pattern(regexp = Id.PATTERN, message = Id.RULE) String id,
    @Schema(examples = "Alice", required = true, minLength = 1, maxLength = Text.NAME)
        @NotNull(message = "a name is needed")
        @Line(max = Text.NAME, message = Text.NAME_RULE)
        String name,
    @Schema(examples = "America/Los_Angeles", required = true)
        @NotNull(message = "a time zone is needed, such as Europe/Berlin")
        @Zone
        String timeZone,
    @Schema(examples = "alice@example.com", maxLength = 254)
        @Email(message = "this is no email address")
        @Line(max = 254, blank = true, message = "an email address has at most 254 characters")
        String email,
    @Schema(
            examples = "security",
            description =
                "The team that they belong to, whose managers have rights over them; of the admins"
                    + " alone when absent. Absent in a request: as before.")
        @Pattern(regexp = Id.PATTERN, message = Id.RULE)
        String team,
    @Schema(readOnly = true) Instant archivedAt) {}
