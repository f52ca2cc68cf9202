package io.watchbill.kit.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The client that lists what the rotation-service has names for. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface NamesClient {

  @GET
  @Path("{kind}")
  Response list(
      @PathParam("kind") String kind,
      @QueryParam("archived") boolean archived,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") @Nullable String cursor);
}
