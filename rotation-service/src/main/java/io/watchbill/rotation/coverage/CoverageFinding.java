package io.watchbill.rotation.coverage;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem of the coming shifts.
 *
 * @param role where it is; null when it is about the person as such
 * @param person whom it is about; null for a gap
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A problem of the coming shifts.")
@TemplateData
public record CoverageFinding(
    Kind kind,
    @Schema(examples = "primary") @Nullable String role,
    @Schema(examples = "alice") @Nullable String person,
    Instant from,
    Instant to,
    @Schema(examples = "nobody is primary") String text) {

  /** Returns the text of what concerns a person; it begins with their id, which is named. */
  String textWith(UnaryOperator<String> name) {
    String id = requireNonNull(person);
    return name.apply(id) + text.substring(id.length());
  }

  /** The kind of problem, in the order in which the lead is notified. */
  @RegisterForReflection
  public enum Kind {
    /** Nobody holds a role. */
    GAP,
    /** One person holds two roles of the rotation. */
    TWO_ROLES,
    /** A person is on call while absent. */
    ABSENT,
    /** One person is on call in two rotations. */
    DOUBLE_BOOKING,
    /** No page can reach a person on call. */
    NO_CONTACT;

    /** Returns the name in JSON. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
