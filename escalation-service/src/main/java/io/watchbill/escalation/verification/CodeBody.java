package io.watchbill.escalation.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code as its receiver enters it. */
@Schema(name = "VerificationCode")
public record CodeBody(
    @NotNull(message = RULE)
        @Pattern(regexp = "[0-9]{6}", message = RULE)
        @Schema(examples = "042017")
        String code) {
  static final String RULE = "A code is six digits.";
}
