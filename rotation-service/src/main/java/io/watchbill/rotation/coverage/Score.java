package io.watchbill.rotation.coverage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
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
   * @param reason the same, for pages that say it in other languages
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ScorePart")
  @TemplateData
  public record Part(
      @Schema(examples = "coverage") String name,
      @Schema(examples = "50") int weight,
      @Schema(examples = "99") @Nullable Integer value,
      @Schema(examples = "1 of 100 hours have nobody on call") String text,
      @JsonIgnore @Schema(hidden = true) Reason reason) {

    static Part of(String name, int weight, @Nullable Integer value, Reason reason) {
      return new Part(name, weight, value, reason.text(), reason);
    }
  }

  /** Why a part has its value. */
  public sealed interface Reason {
    /** Returns it in English. */
    String text();
  }

  /** So many of the hours have nobody on call. */
  public record Uncovered(long hours, long of) implements Reason {
    @Override
    public String text() {
      return hours + " of " + of + " hours have nobody on call";
    }
  }

  /** So many findings. */
  public record Found(int count) implements Reason {
    @Override
    public String text() {
      return count == 0 ? "nothing found" : count + " times, see findings";
    }
  }

  /** The people whom no page may reach. */
  public record Unreachable(Set<String> people) implements Reason {
    @Override
    public String text() {
      return people.isEmpty()
          ? "everybody has a verified contact method"
          : "no verified contact method: " + String.join(", ", people);
    }
  }

  /** Nobody says who can be reached. */
  public record NoAnswer() implements Reason {
    @Override
    public String text() {
      return "the escalation service did not answer";
    }
  }

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
