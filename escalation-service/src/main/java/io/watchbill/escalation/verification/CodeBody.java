package io.watchbill.escalation.verification;

import io.watchbill.kit.problem.Problem;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code as its receiver enters it. */
@Schema(name = "VerificationCode")
public record CodeBody(@Schema(examples = "042017") String code) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

  /**
   * Returns the code.
   *
   * @throws Problem that points at {@code /code}
   */
  static String checked(CodeBody body) {
    if (body == null || body.code() == null || !DIGITS.matcher(body.code()).matches()) {
      throw Problem.invalid("/code", "A code is six digits.");
    }
    return body.code();
  }
}
