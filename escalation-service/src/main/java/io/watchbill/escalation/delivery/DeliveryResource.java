package io.watchbill.escalation.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.Problem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The delivery log. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pages")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class DeliveryResource {
  private final Database database;
  private final DeliveryLog log;
  private final Caller caller;

  DeliveryResource(Database database, DeliveryLog log, Caller caller) {
    this.database = database;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listDeliveries", summary = "List deliveries with their attempts")
  @APIResponseSchema(DeliveryView[].class)
  public Response list(
      @QueryParam("incident") @Nullable String incident,
      @QueryParam("page") @Nullable String page,
      @QueryParam("state") @Nullable String state,
      @BeanParam SliceRequest request,
      @Context UriInfo uri) {
    IncidentSlice slice = IncidentSlice.of(caller.principal(), incident, request);
    UUID ofPage = Lists.id("page", page);
    DeliveryStatus inState = state == null ? null : status(state);
    return Slice.of(
            database.read(tx -> log.list(tx, slice, ofPage, inState)),
            request,
            delivery -> delivery.id().toString())
        .toResponse(uri);
  }

  private static DeliveryStatus status(String state) {
    return DeliveryStatus.of(state)
        .orElseThrow(
            () -> Problem.invalid("state", "The state is one of " + DeliveryStatus.wires() + "."));
  }
}
