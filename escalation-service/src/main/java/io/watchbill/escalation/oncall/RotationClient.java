package io.watchbill.escalation.oncall;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The REST client for shifts and working time of the rotation-service. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface RotationClient {

  @GET
  @Path("rotations/{id}/shifts")
  Response shifts(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @HeaderParam("If-None-Match") @Nullable String etag);

  @GET
  @Path("{kind}/{id}/working-time")
  Response workingTime(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @HeaderParam("If-None-Match") @Nullable String etag);

  @GET
  @Path("rotations")
  Response rotations(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);
}
