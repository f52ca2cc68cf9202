package io.watchbill.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The header that lists names that could not be checked, because the service that owns them did not
 * answer.
 */
public final class NotChecked {
  /** Lists the names with their kinds: {@code person ann, rotation security}. */
  public static final String HEADER = "Watchbill-Not-Checked";

  private NotChecked() {}

  /** Returns the answer, with the header if any name was not checked. */
  public static Response tell(Response answer, Collection<?> names) {
    return names.isEmpty()
        ? answer
        : Response.fromResponse(answer)
            .header(HEADER, names.stream().map(Object::toString).collect(Collectors.joining(", ")))
            .build();
  }
}
