package io.watchbill.escalation.alarm;

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

/** Lists alarms: rounds in which nobody was paged, or nobody acknowledged. */
@Path("/v1/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "escalations")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class AlarmResource {
  private final Database database;
  private final AlarmRepository alarms;
  private final Caller caller;

  AlarmResource(Database database, AlarmRepository alarms, Caller caller) {
    this.database = database;
    this.alarms = alarms;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listAlarms", summary = "List alarms")
  @APIResponseSchema(AlarmView[].class)
  public Response list(
      @QueryParam("incident") @Nullable String incident,
      @BeanParam SliceRequest request,
      @Context UriInfo uri) {
    IncidentSlice slice = IncidentSlice.of(caller.principal(), incident, request);
    return Slice.of(
            database.read(tx -> alarms.list(tx, slice)), request, alarm -> alarm.id().toString())
        .toResponse(uri);
  }
}
