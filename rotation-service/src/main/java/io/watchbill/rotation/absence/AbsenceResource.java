package io.watchbill.rotation.absence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Uuid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The absence endpoints. */
@Path("/v1/people/{person}")
@RunOnVirtualThread
@Tag(
    name = "absences",
    description = "When people cannot be on call, and how their shifts are covered.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AbsenceResource {
  private final AbsenceService absences;
  private final IdempotencyKeys idempotency;
  private final Caller caller;
  private final AbsenceImport file;

  AbsenceResource(
      AbsenceService absences, IdempotencyKeys idempotency, Caller caller, AbsenceImport file) {
    this.absences = absences;
    this.idempotency = idempotency;
    this.caller = caller;
    this.file = file;
  }

  @POST
  @Path("/absences")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "addAbsence", summary = "Add an absence")
  public Response add(
      @PathParam("person") String person,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") AbsenceBody body) {
    String path = "/v1/people/" + Id.inPath(person) + "/absences";
    return idempotency.once(
        key,
        caller.name(),
        "POST " + path,
        body,
        tx -> {
          AbsenceView absence = absences.add(tx, person, body);
          return Answer.created(absence, URI.create(path + "/" + absence.id()));
        });
  }

  @POST
  @Heavy
  @Path("/absences/import")
  @RolesAllowed(Rights.RESPONDER)
  @Consumes("text/calendar")
  @Operation(operationId = "importAbsences", summary = "Import absences from an iCalendar file")
  public AbsencesImported importFile(@PathParam("person") String person, String calendar) {
    return file.read(Id.inPath(person), calendar);
  }

  @POST
  @Path("/away")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "goAway", summary = "Step away for some minutes, starting now")
  public Response away(
      @PathParam("person") String person,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") AwayBody body) {
    String path = "/v1/people/" + Id.inPath(person);
    return idempotency.once(
        key,
        caller.name(),
        "POST " + path + "/away",
        body,
        tx -> {
          AbsenceView absence = absences.away(tx, person, body);
          return Answer.created(absence, URI.create(path + "/absences/" + absence.id()));
        });
  }

  @GET
  @Path("/absences")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listAbsences", summary = "List a person's current and future absences")
  public Response list(
      @PathParam("person") String person, @BeanParam SliceRequest page, @Context UriInfo uri) {
    return absences.list(Id.inPath(person), page).toResponse(uri);
  }

  @GET
  @Path("/absences/{absence}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getAbsence",
      summary = "Get an absence, with how its shifts are covered")
  public AbsenceView get(@PathParam("person") String person, @PathParam("absence") String absence) {
    return absences.get(Id.inPath(person), Uuid.inPath("absence", absence));
  }

  @DELETE
  @Path("/absences/{absence}")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "withdrawAbsence", summary = "Withdraw an absence, or end it now")
  public Response withdraw(
      @PathParam("person") String person, @PathParam("absence") String absence) {
    absences.withdraw(Id.inPath(person), Uuid.inPath("absence", absence));
    return Response.noContent().build();
  }
}
