package io.watchbill.rotation.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is wrong with the shift to come.
 *
 * @param role in which it is wrong; null when it is about the person as such
 * @param person of whom; null for a gap
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something that is wrong with the shift to come.")
public record Finding(
    Kind kind,
    @Schema(examples = "primary") String role,
    @Schema(examples = "alice") String person,
    Instant from,
    Instant to,
    @Schema(examples = "nobody is primary") String text) {

  /** What is wrong; what the lead hears of first comes first. */
  @RegisterForReflection
  public enum Kind {
    /** Nobody holds a role. */
    GAP,
    /** One person holds two roles of the rotation. */
    TWO_ROLES,
    /** Somebody is on call who said that they are absent. */
    ABSENT,
    /** One person is on call in two rotations. */
    DOUBLE_BOOKING,
    /** Somebody is on call whom no page can reach. */
    NO_CONTACT;

    /** As it stands on the wire. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
