package io.watchbill.kit.neighbour;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Asks a neighbour whether our key is good. */
@Path("/v1/caller")
interface CallerClient {
  @GET
  Response get();
}
