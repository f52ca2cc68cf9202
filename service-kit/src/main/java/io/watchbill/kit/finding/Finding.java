package io.watchbill.kit.finding;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a check found. It never contains a key or another secret.
 *
 * @param check the name of the check
 * @param text what is so
 * @param advice what to do; null when all is well
 * @param page the page of the documentation to read, in the repository
 */
@RegisterForReflection
@Schema(name = "DoctorFinding")
public record Finding(
    @Schema(examples = "clock") String check,
    Verdict verdict,
    @Schema(examples = "The clock is 42 s behind that of Postgres.") String text,
    @Schema(examples = "Have the clocks of both machines set by NTP.", nullable = true)
        @Nullable String advice,
    @Schema(examples = "docs/runbooks/WatchbillClockWrong.md", nullable = true)
        @Nullable String page) {

  public static Finding ok(String check, String text) {
    return new Finding(check, Verdict.OK, text, null, null);
  }

  public static Finding warn(String check, String text, String advice, String page) {
    return new Finding(check, Verdict.WARN, text, advice, page);
  }

  public static Finding fail(String check, String text, String advice, String page) {
    return new Finding(check, Verdict.FAIL, text, advice, page);
  }
}
