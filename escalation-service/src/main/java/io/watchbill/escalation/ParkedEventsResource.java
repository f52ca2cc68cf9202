package io.watchbill.escalation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.event.ParkedEvents;
import io.watchbill.kit.event.ParkedEventsApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Manages events of this service that their receivers could not read. */
@Path("/v1/parked-events/escalation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class ParkedEventsResource extends ParkedEventsApi {
  ParkedEventsResource(ParkedEvents parked, Caller caller) {
    super(parked, caller);
  }
}
