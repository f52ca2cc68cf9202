package io.watchbill.kit.event;

import io.watchbill.kit.slice.Items;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The client of a peer service's endpoint for events. */
@Path("/v1/events")
interface EventsClient {
  @POST
  @Consumes(EventsResource.BATCH)
  @Produces(MediaType.APPLICATION_JSON)
  Items<EventAnswer> send(List<CloudEvent> events);
}
