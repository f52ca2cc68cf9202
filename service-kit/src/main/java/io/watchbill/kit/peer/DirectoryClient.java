package io.watchbill.kit.peer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The client that checks whether a peer service has a resource. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface DirectoryClient {

  @GET
  @Path("{kind}/{id}")
  Uni<Response> get(@PathParam("kind") String kind, @PathParam("id") String id);
}
