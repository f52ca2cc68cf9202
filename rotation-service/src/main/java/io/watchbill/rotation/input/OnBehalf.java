package io.watchbill.rotation.input;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * For whom an action is taken.
 *
 * @param person the caller, when absent
 */
@Schema(description = "For whom; the caller, when absent. Managers act for the people of a team.")
public record OnBehalf(@Schema(examples = "bob") String person) {

  /** The person named, or null. */
  public static String person(OnBehalf body) {
    return body == null ? null : body.person();
  }
}
