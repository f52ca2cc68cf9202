package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Reads policies from the escalation service. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
interface PolicyClient {

  /** Returns the policies that name a rotation. */
  @GET
  JsonNode policies(@QueryParam("rotation") String rotation, @QueryParam("limit") int limit);
}
