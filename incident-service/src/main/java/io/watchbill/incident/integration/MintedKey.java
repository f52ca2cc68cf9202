package io.watchbill.incident.integration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new key, as it is shown once.
 *
 * @param id names the key; no secret
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Key")
public record MintedKey(
    @Schema(examples = "01a204e1-88ea-72e4-a572-ade8ac74a63b") String id,
    @Schema(examples = "d41d8cd98f00b204e9800998ecf8427e", description = "Shown once.")
        String key) {
  @Override
  public String toString() {
    return "MintedKey[" + id + "]";
  }
}
