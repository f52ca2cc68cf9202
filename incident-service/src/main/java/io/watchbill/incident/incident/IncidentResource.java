package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.alert.Tags;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.incident.timeline.Timeline;
import io.watchbill.incident.timeline.TimelineEntry;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opens incidents by hand, lists them and shows their timelines. */
@Path("/v1/incidents")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
public class IncidentResource {
  private final Database database;
  private final IncidentRepository repository;
  private final Incidents incidents;
  private final IncidentActions actions;
  private final Timeline timeline;
  private final IdempotencyKeys idempotency;
  private final IncidentLinks links;
  private final TeamsAndPolicies names;
  private final Visibility visibility;
  private final Caller caller;

  IncidentResource(
      Database database,
      IncidentRepository repository,
      Incidents incidents,
      IncidentActions actions,
      Timeline timeline,
      IdempotencyKeys idempotency,
      IncidentLinks links,
      TeamsAndPolicies names,
      Visibility visibility,
      Caller caller) {
    this.database = database;
    this.repository = repository;
    this.incidents = incidents;
    this.actions = actions;
    this.timeline = timeline;
    this.idempotency = idempotency;
    this.links = links;
    this.names = names;
    this.visibility = visibility;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "openIncident",
      summary = "Open an incident",
      description =
          "Pages as the policy says. Needs the right 'responder' for the team. A team or policy that does"
              + " not exist is refused; one that could not be looked up, because its service did not"
              + " answer, is named in the header Watchbill-Not-Checked.")
  @APIResponse(
      responseCode = "400",
      description = "The body is not valid, or names a team or policy that does not exist")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response open(
      @HeaderParam("Idempotency-Key") @Parameter(example = "7c0f1a52-report-17") String key,
      @Valid @NotNull(message = "A body is needed.") Bodies.Open body) {
    Principal principal = caller.principal();
    IncidentActions.require(principal, body.team());
    List<Directory.Named> notChecked = names.check(body.team(), body.policy());
    Response answer =
        idempotency.once(
            key,
            principal.getName(),
            "POST /v1/incidents",
            body,
            tx -> opened(tx, body, principal));
    return NotChecked.tell(answer, notChecked);
  }

  private Answer opened(Tx tx, Bodies.Open body, Principal principal) {
    NewIncident opened =
        new NewIncident(
            new Cleaner().line(body.title(), Bodies.TITLE),
            body.team(),
            body.policyIfAny(),
            Optional.empty(),
            body.severity(),
            Tags.of(body.tagsOrNone()),
            "reported by " + principal.id());
    Incident incident = incidents.open(tx, Ids.next(), opened, IncidentActions.actor(principal));
    return Answer.created(
        IncidentView.of(incident, tx.now(), links.of(incident)),
        URI.create("/v1/incidents/" + incident.reference()));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getIncident",
      summary = "Get an incident",
      description = "By its id or reference.")
  public IncidentView get(@PathParam("id") @Parameter(example = "INC-12") String id) {
    return database.read(tx -> view(tx, actions.find(tx, caller.principal(), id)));
  }

  @GET
  @Operation(
      operationId = "listIncidents",
      summary = "List incidents",
      description = "Those that match all filters, newest first or by severity.")
  @APIResponse(
      responseCode = "200",
      description = "One slice; the header Link has the next one",
      content = @Content(schema = @Schema(implementation = IncidentList.class)))
  public Response list(
      @BeanParam IncidentFilter filter,
      @QueryParam("sort") @Parameter(description = "newest or severity.", example = "severity")
          String sort,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    IncidentOrder order = IncidentOrder.of(sort);
    VisibleIncidents visible = visibility.to(caller.principal());
    return database
        .read(
            tx -> {
              List<Incident> rows =
                  repository.list(tx, visible, filter, order, page.after(), page.limitPlusOne());
              return Slice.of(rows, page, order::key).map(incident -> view(tx, incident));
            })
        .toResponse(uri);
  }

  @GET
  @Path("/{id}/timeline")
  @Operation(
      operationId = "readTimeline",
      summary = "Read the timeline of an incident",
      description = "The oldest entry first. Entries never change.")
  @APIResponse(
      responseCode = "200",
      description = "One slice; the header Link has the next one",
      content = @Content(schema = @Schema(implementation = EntryList.class)))
  public Response timeline(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    return database
        .read(tx -> timeline.page(tx, actions.find(tx, caller.principal(), id).id(), page))
        .toResponse(uri);
  }

  private IncidentView view(Tx tx, Incident incident) {
    return IncidentView.of(incident, tx.now(), links.of(incident));
  }

  /** For the description of the API only. */
  record IncidentList(List<IncidentView> items) {}

  /** For the description of the API only. */
  record EntryList(List<TimelineEntry> items) {}
}
