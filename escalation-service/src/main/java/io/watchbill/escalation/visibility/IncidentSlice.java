package io.watchbill.escalation.visibility;

import io.watchbill.escalation.Lists;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.slice.SliceRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a list of what belongs to incidents, in the order of the ids.
 *
 * @param caller who asks
 * @param incident empty for all incidents
 * @param after the id behind which the slice begins; empty for the first
 * @param limit one more than the slice holds
 */
public record IncidentSlice(
    Principal caller, Optional<UUID> incident, Optional<UUID> after, int limit) {

  /** Reads the query parameters of a list. */
  public static IncidentSlice of(
      Principal caller, @Nullable String incident, SliceRequest request) {
    return new IncidentSlice(
        caller,
        Optional.ofNullable(Lists.id("incident", incident)),
        Optional.ofNullable(Lists.after(request)),
        request.limitPlusOne());
  }
}
