package io.watchbill.rotation.shift;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.shift.Gap;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gap, in the API. */
@RegisterForReflection
@Schema(name = "Gap", description = "Nobody holds the role; start included, end excluded.")
public record GapView(
    @Schema(examples = "primary") String role,
    Instant start,
    Instant end,
    @Schema(
            examples = "false",
            description = "Whether nobody should hold it: outside business hours.")
        boolean byDesign) {

  public static GapView of(Gap gap) {
    return new GapView(gap.role(), gap.span().start(), gap.span().end(), gap.byDesign());
  }
}
