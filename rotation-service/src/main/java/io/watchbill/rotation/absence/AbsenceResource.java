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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(
      operationId = "addAbsence",
      summary = "Add an absence",
      description =
          "Opens a cover request to the team for each shift that falls into the "
              + "absence, in all rotations and roles, and lists the shifts not covered yet. "
              + "Warns when there are less than 14 days' notice. Allowed for the person, and "
              + "for managers of the team that they belong to.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AbsenceView.class)))
  public Response add(
      @PathParam("person") String person,
      @HeaderParam("Idempotency-Key") String key,
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
  @Operation(
      operationId = "importAbsences",
      summary = "Import absences from an iCalendar file",
      description =
          "Adds one absence for each future event, and for each repetition of it in "
              + "the next two years; at most 100. All-day events are in the person's time "
              + "zone, unless the calendar has its own. Absences that exist already stay as "
              + "they are, so the same file may be sent again. Returns the absences added "
              + "and the events that could not be understood.")
  public AbsencesImported importFile(@PathParam("person") String person, String calendar) {
    return file.read(Id.inPath(person), calendar);
  }

  @POST
  @Path("/away")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "goAway",
      summary = "Step away for some minutes, starting now",
      description =
          "The shifts go at once to the person in the following role, or else to the "
              + "person in the role 'secondary'; both that person and the lead are notified. "
              + "Shifts without a secondary are listed as uncovered. DELETE the absence to "
              + "come back early.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AbsenceView.class)))
  public Response away(
      @PathParam("person") String person,
      @HeaderParam("Idempotency-Key") String key,
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
  @Operation(
      operationId = "listAbsences",
      summary = "List a person's current and future absences",
      description =
          "In the order in which they were added, with their cover requests and the "
              + "shifts still uncovered; paginated.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties =
                          @SchemaProperty(
                              name = "items",
                              type = SchemaType.ARRAY,
                              implementation = AbsenceView.class))))
  public Response list(
      @PathParam("person") String person, @BeanParam SliceRequest page, @Context UriInfo uri) {
    return absences.list(Id.inPath(person), page).toResponse(uri);
  }

  @GET
  @Path("/absences/{absence}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getAbsence",
      summary = "Get an absence, with how its shifts are covered",
      description =
          "The reason is visible only to the person and to managers of the team that "
              + "they belong to.")
  public AbsenceView get(@PathParam("person") String person, @PathParam("absence") String absence) {
    return absences.get(Id.inPath(person), Uuid.inPath("absence", absence));
  }

  @DELETE
  @Path("/absences/{absence}")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "withdrawAbsence",
      summary = "Withdraw an absence, or end it now",
      description =
          "Withdraws cover requests that nobody has taken, and returns shifts that "
              + "were handed over at once. Cover that others took stays.")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public Response withdraw(
      @PathParam("person") String person, @PathParam("absence") String absence) {
    absences.withdraw(Id.inPath(person), Uuid.inPath("absence", absence));
    return Response.noContent().build();
  }
}
