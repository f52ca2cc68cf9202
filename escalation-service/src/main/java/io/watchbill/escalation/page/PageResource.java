package io.watchbill.escalation.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.Problem;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists pages: who was paged for which incident, and why. */
@Path("/v1/pages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pages")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class PageResource {
  private final Database database;
  private final PageLog log;
  private final Caller caller;

  PageResource(Database database, PageLog log, Caller caller) {
    this.database = database;
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listPages", summary = "List pages")
  @APIResponseSchema(PageView[].class)
  public Response list(
      @QueryParam("incident") @Nullable String incident,
      @Parameter(
              description =
                  "Only pages to this person. Then those of incidents that were resolved more than"
                      + " an hour ago are left out.",
              example = "alice")
          @QueryParam("person")
          @Nullable String person,
      @BeanParam SliceRequest request,
      @Context UriInfo uri) {
    IncidentSlice slice = IncidentSlice.of(caller.principal(), incident, request);
    return io.watchbill.kit.slice.Slice.of(
            database.read(tx -> log.list(tx, slice, Optional.ofNullable(person))),
            request,
            page -> page.id().toString())
        .toResponse(uri);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPage", summary = "Get a page")
  public PageView get(UUID id) {
    Principal by = caller.principal();
    return database
        .read(tx -> log.view(tx, by, id))
        .orElseThrow(() -> Problem.notFound("page", id));
  }
}
