package io.watchbill.rotation.shift;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.shift.Gap;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time in which nobody holds a role. */
@RegisterForReflection
@Schema(name = "Gap", description = "Nobody holds the role, start included, end not.")
public record GapView(
    @Schema(examples = "primary") String role,
    Instant start,
    Instant end,
    @Schema(
            examples = "false",
            description = "Nobody should hold it: outside the hours that the rotation keeps.")
        boolean byDesign) {

  public static GapView of(Gap gap) {
    return new GapView(gap.role(), gap.span().start(), gap.span().end(), gap.byDesign());
  }
}
