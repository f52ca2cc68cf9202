package io.watchbill.testkit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.event.ParkedEvents;
import io.watchbill.kit.event.ParkedEventsApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** As each service has it. */
@Path("/v1/parked-events/things")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class ParkedThingsResource extends ParkedEventsApi {
  ParkedThingsResource(ParkedEvents parked, Caller caller) {
    super(parked, caller);
  }
}
