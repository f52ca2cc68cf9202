package io.watchbill.incident.incident;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.timeline.TimelineReader;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists incidents and shows their timelines. */
@Path("/v1/incidents")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
public class IncidentResource {
  private final Database database;
  private final IncidentLists lists;
  private final IncidentActions actions;
  private final TimelineReader timelines;
  private final IncidentAnswers answers;
  private final SimilarIncidents similar;
  private final Visibility visibility;
  private final Caller caller;

  IncidentResource(
      Database database,
      IncidentLists lists,
      IncidentActions actions,
      TimelineReader timelines,
      IncidentAnswers answers,
      SimilarIncidents similar,
      Visibility visibility,
      Caller caller) {
    this.database = database;
    this.lists = lists;
    this.actions = actions;
    this.timelines = timelines;
    this.answers = answers;
    this.similar = similar;
    this.visibility = visibility;
    this.caller = caller;
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getIncident", summary = "Get an incident")
  public IncidentView get(@PathParam("id") String id) {
    return database.read(tx -> answers.view(tx, actions.find(tx, caller.principal(), id)));
  }

  @GET
  @Operation(operationId = "listIncidents", summary = "List incidents")
  public Response list(
      @BeanParam IncidentFilter filter,
      @QueryParam("sort") @Nullable String sort,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    IncidentOrder order = IncidentOrder.of(sort);
    VisibleIncidents visible = visibility.to(caller.principal());
    return database
        .read(
            tx -> {
              List<Incident> rows =
                  lists.list(tx, visible, filter, order, page.after(), page.limitPlusOne());
              return Slice.of(rows, page, order::key).map(incident -> answers.view(tx, incident));
            })
        .toResponse(uri);
  }

  /** Incidents like another. */
  @RegisterForReflection
  @Schema(name = "SimilarIncidentList")
  public record Similar(List<SimilarIncident> items) {}

  @GET
  @Path("/{id}/similar")
  @Operation(operationId = "listSimilarIncidents", summary = "List similar incidents before")
  public Similar similar(@PathParam("id") String id) {
    VisibleIncidents visible = visibility.to(caller.principal());
    return new Similar(
        database.read(tx -> similar.to(tx, actions.find(tx, caller.principal(), id), visible)));
  }

  @GET
  @Path("/{id}/timeline")
  @Operation(operationId = "readTimeline", summary = "Read the timeline of an incident")
  public Response timeline(
      @PathParam("id") String id, @BeanParam SliceRequest page, @Context UriInfo uri) {
    return database
        .read(tx -> timelines.page(tx, actions.find(tx, caller.principal(), id).id(), page))
        .toResponse(uri);
  }
}
