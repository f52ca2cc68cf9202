package io.watchbill.kit.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Asks a peer service whether it can serve. */
@Path("/q/health/ready")
interface HealthClient {
  @GET
  Response ready();
}
