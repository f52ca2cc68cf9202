package io.watchbill.rotation.preview;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.fairness.Share;
import io.watchbill.rotation.shift.GapView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The effect of a change of a rotation.
 *
 * @param from now
 * @param gapsBefore the gaps without the change
 * @param gapsAfter the gaps with the change
 */
@RegisterForReflection
@Schema(description = "The effect of a change of a rotation; nothing is stored.")
@TemplateData
public record Preview(
    @Schema(examples = "security") String rotation,
    Instant from,
    Instant to,
    List<Change> changes,
    List<GapView> gapsBefore,
    List<GapView> gapsAfter,
    List<Share> sharesBefore,
    List<Share> sharesAfter) {

  /** A shift that a person would gain or lose. */
  @RegisterForReflection
  @Schema(name = "PreviewChange")
  public record Change(
      @Schema(examples = "primary") String role,
      @Schema(examples = "alice") String person,
      @Schema(
              examples = "gained",
              enumeration = {"gained", "lost"})
          String change,
      Instant from,
      Instant to) {}
}
