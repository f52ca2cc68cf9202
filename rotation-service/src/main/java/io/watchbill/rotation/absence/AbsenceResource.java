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

/** Absences over HTTP. */
@Path("/v1/people/{person}")
@RunOnVirtualThread
@Tag(name = "absences", description = "When people are not there, and who stands in.")
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
      summary = "Says when somebody will be absent, and asks for cover of each shift it hits",
      description =
          "Warns when there are less than 14 days' notice, opens a request for cover to the team"
              + " for each shift, in all rotations and roles, and shows what is not"
              + " covered yet. By the person, or a manager of the team that they belong to.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AbsenceView.class)))
  public Response add(
      @PathParam("person") String person,
      @HeaderParam("Idempotency-Key") String key,
      @Valid @NotNull(message = "a body is needed") AbsenceBody body) {
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
      summary = "Adds the absences to come of an iCalendar file",
      description =
          "Each event, and each repetition of it in the next two years, is an absence, at most 100;"
              + " whole days are those where the person lives, unless the calendar has a zone of its"
              + " own. What is known stays as it is: the file may be sent again. Answers with what"
              + " was added, and with the events that are not understood.")
  public AbsencesImported importFile(@PathParam("person") String person, String calendar) {
    return file.read(Id.inPath(person), calendar);
  }

  @POST
  @Path("/away")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "goAway",
      summary = "Hands the shift to the secondary for some minutes from now",
      description =
          "To whoever holds the role that follows, else the role 'secondary'; they and the lead are"
              + " told. What nobody stands behind is listed as uncovered. DELETE the absence to be"
              + " back early.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AbsenceView.class)))
  public Response away(
      @PathParam("person") String person,
      @HeaderParam("Idempotency-Key") String key,
      @Valid @NotNull(message = "a body is needed") AwayBody body) {
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
      summary = "The absences of a person that are not over, the oldest entry first",
      description =
          "With the requests for cover that they opened and what is still uncovered; in pages.")
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
      summary = "An absence, and what of the shift is covered by now",
      description =
          "Its reason is told to the person and to managers of the team that they belong to only.")
  public AbsenceView get(@PathParam("person") String person, @PathParam("absence") String absence) {
    return absences.get(Id.inPath(person), Uuid.inPath("absence", absence));
  }

  @DELETE
  @Path("/absences/{absence}")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "withdrawAbsence",
      summary = "Takes an absence back, or ends it now",
      description =
          "Requests that nobody took are withdrawn, and the shift of who was away is theirs again;"
              + " cover that others took stays.")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public Response withdraw(
      @PathParam("person") String person, @PathParam("absence") String absence) {
    absences.withdraw(Id.inPath(person), Uuid.inPath("absence", absence));
    return Response.noContent().build();
  }
}
