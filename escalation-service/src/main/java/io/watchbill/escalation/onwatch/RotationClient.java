package io.watchbill.escalation.onwatch;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The rotation-service, as far as it is asked for shifts. */
@Path("/v1/rotations")
@Produces(MediaType.APPLICATION_JSON)
interface RotationClient {

  @GET
  @Path("{id}/shifts")
  Response shifts(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @HeaderParam("If-None-Match") String etag);
}
