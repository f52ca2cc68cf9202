package io.watchbill.rotation.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * People who work together; rights are granted for teams.
 *
 * @param id in a request: absent, or that of the path
 * @param members ids of people; nobody when absent
 * @param archivedAt set by DELETE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "People who work together.")
public record Team(
    @Schema(examples = "security") @Pattern(regexp = Id.PATTERN, message = Id.RULE)
        @Nullable String id,
    @Schema(examples = "Security", required = true, minLength = 1, maxLength = Text.NAME)
        @NotNull(message = "a name is required")
        @Line(max = Text.NAME, message = Text.NAME_RULE)
        String name,
    @Schema(examples = "[\"alice\", \"bob\", \"charlie\"]")
        @Size(max = 1000, message = "a team has at most 1000 members")
        List<@NotNull(message = Id.RULE) @Pattern(regexp = Id.PATTERN, message = Id.RULE) String>
            members,
    @Schema(readOnly = true) @Nullable Instant archivedAt) {

  public Team {
    members = members == null ? List.of() : members;
  }
}
