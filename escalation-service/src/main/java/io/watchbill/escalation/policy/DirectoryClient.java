package io.watchbill.escalation.policy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The rotation-service, as far as it is asked whether it has what a policy names. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface DirectoryClient {

  /** One of {@code rotations}, {@code people}, {@code teams}. */
  @GET
  @Path("{kind}/{id}")
  Uni<Response> get(@PathParam("kind") String kind, @PathParam("id") String id);
}
