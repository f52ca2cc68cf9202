package io.watchbill.kit.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Asks a peer service whether our key is valid. */
@Path("/v1/caller")
interface CallerClient {
  @GET
  Response get();
}
