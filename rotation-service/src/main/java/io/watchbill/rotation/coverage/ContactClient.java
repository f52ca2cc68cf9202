package io.watchbill.rotation.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Reads contact methods from the escalation service. */
@Path("/v1/contact-methods")
@Produces(MediaType.APPLICATION_JSON)
interface ContactClient {

  @GET
  @Path("{person}")
  JsonNode methods(@PathParam("person") String person);
}
