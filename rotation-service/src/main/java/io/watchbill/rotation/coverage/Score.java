package io.watchbill.rotation.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How good the coverage is.
 *
 * @param value 0 to 100: the weighted mean of the known parts
 */
@RegisterForReflection
@Schema(description = "How good the coverage is: the weighted mean of the known parts.")
@TemplateData
public record Score(@Schema(examples = "97") int value, List<Part> parts) {

  /**
   * One part of the score.
   *
   * @param value 0 to 100; null when unknown
   * @param text why
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ScorePart")
  @TemplateData
  public record Part(
      @Schema(examples = "coverage") String name,
      @Schema(examples = "50") int weight,
      @Schema(examples = "99") @Nullable Integer value,
      @Schema(examples = "1 of 100 hours is nobody's") String text) {}

  static Score of(List<Part> parts) {
    int weights = 0;
    int sum = 0;
    for (Part part : parts) {
      Integer value = part.value();
      if (value != null) {
        weights += part.weight();
        sum += part.weight() * value;
      }
    }
    return new Score(weights == 0 ? 0 : sum / weights, parts);
  }
}
