package io.watchbill.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Says in an answer what was taken unseen: names of which the service that owns them did not say
 * whether it has them.
 */
public final class NotChecked {
  /** Lists them with their kind: {@code person ann, rotation security}. */
  public static final String HEADER = "Watchbill-Not-Checked";

  private NotChecked() {}

  /** The answer, with the header where there is anything to say. */
  public static Response tell(Response answer, Collection<?> names) {
    return names.isEmpty()
        ? answer
        : Response.fromResponse(answer)
            .header(HEADER, names.stream().map(Object::toString).collect(Collectors.joining(", ")))
            .build();
  }
}
