package io.watchbill.escalation.escalation;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.plan.progress.Held;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A due step that waits, in the API.
 *
 * @param until when it is expected to page; null while nobody is known to come on call
 */
@RegisterForReflection
@Schema(name = "Held")
@TemplateData
public record HeldView(
    String step,
    String branch,
    int run,
    int repetition,
    Instant due,
    @Nullable Instant until,
    String reason) {

  /** Returns a hold as the API shows it. */
  public static HeldView of(Held held) {
    return new HeldView(
        held.step(),
        held.branch().name(),
        held.run(),
        held.repetition(),
        held.due(),
        held.until(),
        held.reason());
  }
}
