package io.watchbill.incident.alert;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An episode of an alert, as the API shows it.
 *
 * @param flags what was cleaned or filled in so that it could be stored
 * @param openedAt when the first message of the episode arrived
 */
@RegisterForReflection
@Schema(name = "Alert")
@TemplateData
public record AlertView(
    UUID id,
    @Schema(examples = "prometheus") String integration,
    @Schema(examples = "5ef77f1f8a3ecfac") String fingerprint,
    @Schema(examples = "SSHBruteForce") String name,
    @Schema(enumeration = {"firing", "resolved"}) String state,
    Severity severity,
    List<String> tags,
    Texts labels,
    Texts annotations,
    Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable String generatorUrl,
    @Schema(examples = "[\"trimmed\"]") List<String> flags,
    Instant openedAt,
    Instant lastSeenAt,
    @Nullable Instant closedAt) {

  /** Names and texts. */
  @RegisterForReflection
  public static final class Texts extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;
  }
}
