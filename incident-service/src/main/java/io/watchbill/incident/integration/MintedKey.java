package io.watchbill.incident.integration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key as it is shown once.
 *
 * @param id tells which key it is; no secret
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Key")
public record MintedKey(String id, @Schema(description = "Shown once.") String key) {
  @Override
  public String toString() {
    return "MintedKey[" + id + "]";
  }
}
