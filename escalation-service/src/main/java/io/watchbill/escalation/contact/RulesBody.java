package io.watchbill.escalation.contact;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's notification rules; an empty list means every method at once. */
@RegisterForReflection
@Schema(name = "NotificationRules")
public record RulesBody(
    @NotNull(message = RULE) @Size(max = RulesBody.MOST, message = RULE) List<Rule> rules) {
  static final int MOST = 20;
  static final String RULE = "A list of at most " + MOST + " rules is expected.";

  /**
   * One rule.
   *
   * @param method id of one of the person's contact methods
   * @param delay from the page; nothing is sent if it is acknowledged meanwhile
   */
  @RegisterForReflection
  @Schema(name = "NotificationRule")
  public record Rule(
      @Schema(examples = "mail") String method,
      @Schema(
              examples = "PT2M",
              type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
          @Nullable Duration delay) {}
}
