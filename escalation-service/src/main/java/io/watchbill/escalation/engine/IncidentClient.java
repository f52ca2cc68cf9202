package io.watchbill.escalation.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.snapshot.OpenSnapshots;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The incident-service's list of open incidents. */
@Path("/v1/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface IncidentClient {

  /** Digests of ranges of ids, of all open incidents, slice by slice. */
  @GET
  @Path("/digests")
  Response digests(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

  /** Ids and versions of the open incidents of a range, slice by slice. */
  @GET
  Response open(
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("through") @Nullable UUID through,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") @Nullable String cursor);

  /** The newest snapshots of incidents, open or not. */
  @POST
  Snapshots snapshots(Wanted wanted);

  /** The ids of incidents. */
  @RegisterForReflection
  record Wanted(List<UUID> ids) {}

  /** A slice of digests. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Digests(List<OpenSnapshots.Digest> items) {}

  /** A slice of open incidents. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Open(List<Version> items) {}

  /** An open incident. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Version(UUID id, long version) {}

  /** Snapshots, each parsed by itself. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Snapshots(List<JsonNode> items) {}
}
