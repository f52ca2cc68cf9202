package io.watchbill.escalation.escalation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists escalations with what was decided and why. */
@Path("/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "escalations")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class EscalationResource {
  private final Database database;
  private final EscalationLog log;
  private final Caller caller;

  EscalationResource(Database database, EscalationLog log, Caller caller) {
    this.database = database;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listEscalations", summary = "List escalations")
  @APIResponseSchema(EscalationView[].class)
  public Response list(
      @QueryParam("incident") @Nullable String incident,
      @QueryParam("held") boolean held,
      @BeanParam SliceRequest request,
      @Context UriInfo uri) {
    IncidentSlice slice = IncidentSlice.of(caller.principal(), incident, request);
    return Slice.of(
            database.read(tx -> log.list(tx, slice, held)),
            request,
            escalation -> escalation.id().toString())
        .toResponse(uri);
  }
}
