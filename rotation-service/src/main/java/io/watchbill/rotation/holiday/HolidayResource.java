package io.watchbill.rotation.holiday;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Items;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holiday calendars over HTTP. */
@Path("/v1/holiday-calendars")
@RunOnVirtualThread
@Tag(name = "holiday calendars", description = "Days on which people do not work.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HolidayResource {
  private static final int LONGEST_YEARS = 30;

  private final HolidayService holidays;

  HolidayResource(HolidayService holidays) {
    this.holidays = holidays;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "listHolidayCalendars",
      summary = "The calendars by their ids",
      description = "With what they are made of, in pages; their days are read by calendar.")
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
                              implementation = HolidayCalendar.class))))
  public Response list(@BeanParam SliceRequest page, @Context UriInfo uri) {
    return holidays.list(page).toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getHolidayCalendar",
      summary = "A holiday calendar",
      description = "What it is made of: a country and region, or days of its own.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HolidayCalendar.class)))
  public Response get(@PathParam("id") String id) {
    return answer(200, holidays.get(Id.inPath(id)));
  }

  @GET
  @Path("/{id}/days")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "listHolidays",
      summary = "The holidays of at most 30 years, the day 'to' not included",
      description = "In the order of their dates, each with its name.")
  public Items<HolidayDay> days(
      @PathParam("id") String id,
      @Parameter(required = true, example = "2026-01-01") @QueryParam("from") String from,
      @Parameter(required = true, example = "2027-01-01") @QueryParam("to") String to) {
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    if (!first.isBefore(last) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
      throw Problem.invalid("to", "'to' lies after 'from', at most " + LONGEST_YEARS + " years");
    }
    return new Items<>(holidays.days(Id.inPath(id), first, last));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(
      operationId = "putHolidayCalendar",
      summary = "Makes or changes a holiday calendar",
      description =
          "With a country its days are entered from a library, five years back and twenty ahead;"
              + " putting it again brings days to come up to date, and never changes the past. Needs"
              + " the right manager of the team that it belongs to.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HolidayCalendar.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = HolidayCalendar.class)))
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull(message = "a body is needed") HolidayCalendar wanted) {
    HolidayService.Saved saved = holidays.put(Id.inPath(id), wanted, ifMatch);
    return answer(saved.made() ? 201 : 200, saved.stored());
  }

  @PUT
  @Heavy
  @Path("/{id}/days")
  @Consumes("text/calendar")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(
      operationId = "importHolidays",
      summary = "Takes the all-day events of an iCalendar file as the holidays",
      description =
          "They replace the days to come, and all days when there are none yet. For calendars"
              + " without a country. Needs the right manager of the team that it belongs to.")
  public HolidayImport importFile(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull(message = "a body is needed") String file) {
    return holidays.importFile(Id.inPath(id), file, ifMatch);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(
      operationId = "removeHolidayCalendar",
      summary = "Removes a holiday calendar that nothing refers to",
      description = "While rotations or working hours name it, the answer is 409 and says which.")
  @APIResponse(responseCode = "204", description = "Removed")
  public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    holidays.remove(Id.inPath(id), ifMatch);
    return Response.noContent().build();
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text == null ? "" : text);
      if (day.getYear() >= 1900 && day.getYear() <= 9998) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw Problem.invalid(name, name + " is a day from 1900 to 9998, such as 2026-01-01");
  }

  private static Response answer(int status, HolidayRepository.Stored stored) {
    return Response.status(status)
        .tag(RevisionTag.etag(stored.revision()))
        .entity(stored.calendar())
        .build();
  }
}
