package io.watchbill.escalation.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the API, without its address.
 *
 * @param state queued, sending, held, sent, failed or dropped
 * @param outcomeUnknown an attempt ended without a recorded result, so it may have arrived twice
 * @param nextAttemptAt present only while queued
 */
@RegisterForReflection
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
@TemplateData
public record DeliveryView(
    UUID id,
    UUID page,
    UUID incident,
    @Schema(examples = "mail") String method,
    @Schema(examples = "email") String kind,
    @Schema(examples = "sent") String state,
    @Nullable String reason,
    boolean outcomeUnknown,
    Instant due,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant handedOverAt,
    @Schema(
            examples = "<0198c1a2-0000-7000-8000-000000000001@watchbill.example>",
            description = "Id by which the provider knows the message")
        @Nullable String providerMessageId,
    List<Attempt> attempts) {

  /**
   * One attempt.
   *
   * @param outcome handed-over, failed, unknown or not-sent; absent while under way
   */
  @RegisterForReflection
  @Schema(name = "DeliveryAttempt")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Attempt(
      int number,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      @Nullable String detail) {}
}
