package io.watchbill.rotation.input;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The person for whom a request acts.
 *
 * @param person the caller when absent
 */
@Schema(
    description = "For whom; the caller when absent. Managers act for the people of their team.")
public record OnBehalf(@Schema(examples = "bob") @Nullable String person) {

  /** Returns the named person, or null. */
  public static @Nullable String person(@Nullable OnBehalf body) {
    return body == null ? null : body.person();
  }
}
