package io.watchbill.incident.integration;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Client of the rotation-service's API for keys. */
@Path("/v1/keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeysClient {
  @POST
  Uni<MintedKey> mint(KeyRequest request);

  @DELETE
  @Path("/{id}")
  Uni<Void> revoke(@PathParam("id") String id);
}
