package io.watchbill.incident.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.integration.IntegrationSettings;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the incoming log, and replays requests. */
@Path("/v1/requests")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incoming log")
public class RequestResource {
  private final Database database;
  private final RequestLog log;
  private final Intake intake;
  private final IntegrationSettings integrations;
  private final Visibility visibility;
  private final Caller caller;

  RequestResource(
      Database database,
      RequestLog log,
      Intake intake,
      IntegrationSettings integrations,
      Visibility visibility,
      Caller caller) {
    this.database = database;
    this.log = log;
    this.intake = intake;
    this.integrations = integrations;
    this.visibility = visibility;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listRequests", summary = "List incoming requests")
  public Response list(
      @BeanParam RequestFilter filter, @BeanParam SliceRequest page, @Context UriInfo uri) {
    return slice(filter, page).toResponse(uri);
  }

  /** Returns one slice of the log, the newest first. */
  public Slice<RequestView> slice(RequestFilter filter, SliceRequest page) {
    List<RequestView> rows =
        database.read(tx -> log.list(tx, visible(), filter, page.after(), page.limitPlusOne()));
    return Slice.of(rows, page, RequestFilter::key);
  }

  /** Returns the newest request of an integration that was accepted, or that was not. */
  public Optional<RequestView> newest(String integration, boolean accepted) {
    return database.read(tx -> log.newest(tx, visible(), integration, accepted));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRequest", summary = "Get an incoming request")
  public RequestView get(@PathParam("id") String id) {
    RequestLog.Logged logged = find(id);
    return logged.request().withBody(logged.body());
  }

  @POST
  @Path("/{id}/replay")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "replayRequest", summary = "Replay an incoming request")
  public Receipt replay(@PathParam("id") String id) {
    RequestLog.Logged logged = find(id);
    RequestView request = logged.request();
    Optional<Integration> integration =
        database.read(tx -> integrations.find(tx, request.integration()));
    caller.require(Rights.RESPONDER, integration.map(Integration::team).orElse(""));
    if (request.cut()) {
      throw new Problem(
          IncidentError.BODY_NOT_KEPT,
          "Only the beginning of the body is stored; send the message again.");
    }
    RawRequest again =
        new RawRequest(
            logged.body(),
            request.size(),
            false,
            Optional.ofNullable(request.contentType()),
            Optional.ofNullable(request.userAgent()),
            Optional.of(request.id()));
    return intake.receive(request.integration(), again, visible());
  }

  private VisibleIncidents visible() {
    return visibility.to(caller.principal());
  }

  private RequestLog.Logged find(String id) {
    Optional<UUID> uuid = uuid(id);
    return uuid.flatMap(known -> database.read(tx -> log.find(tx, visible(), known)))
        .orElseThrow(() -> Problem.notFound("request", id));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
