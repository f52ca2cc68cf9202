package io.watchbill.kit.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a POST.
 *
 * @param status HTTP status
 * @param body what is answered now
 * @param stored what is kept for a repetition: the body without its secrets
 * @param location of what was made, or null
 */
public record Answer(int status, Object body, Object stored, @Nullable URI location) {

  public static Answer created(Object body, URI location) {
    return new Answer(201, body, body, location);
  }

  public static Answer ok(Object body) {
    return new Answer(200, body, body, null);
  }

  /** The same, but a repetition is answered with this instead of the body. */
  public Answer storing(Object withoutSecrets) {
    return new Answer(status, body, withoutSecrets, location);
  }
}
