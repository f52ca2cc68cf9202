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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The holiday calendar endpoints. */
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
  @Operation(operationId = "listHolidayCalendars", summary = "List holiday calendars")
  public Response list(@BeanParam SliceRequest page, @Context UriInfo uri) {
    return holidays.list(page).toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getHolidayCalendar", summary = "Get a holiday calendar")
  public Response get(@PathParam("id") String id) {
    return answer(200, holidays.get(Id.inPath(id)));
  }

  @GET
  @Path("/{id}/days")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listHolidays", summary = "List the holidays of a calendar")
  public Items<HolidayDay> days(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    if (!first.isBefore(last) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
      throw Problem.invalid(
          "to", "'to' must lie after 'from', at most " + LONGEST_YEARS + " years");
    }
    return new Items<>(holidays.days(Id.inPath(id), first, last));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(operationId = "putHolidayCalendar", summary = "Create or update a holiday calendar")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull(message = "a body is required") HolidayCalendar wanted) {
    HolidayService.Saved saved = holidays.put(Id.inPath(id), wanted, ifMatch);
    return answer(saved.made() ? 201 : 200, saved.stored());
  }

  @PUT
  @Heavy
  @Path("/{id}/days")
  @Consumes("text/calendar")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(operationId = "importHolidays", summary = "Import holidays from an iCalendar file")
  public HolidayImport importFile(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull(message = "a body is required") String file) {
    return holidays.importFile(Id.inPath(id), file, ifMatch);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(operationId = "removeHolidayCalendar", summary = "Delete a holiday calendar")
  public Response remove(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    holidays.remove(Id.inPath(id), ifMatch);
    return Response.noContent().build();
  }

  private static LocalDate day(String name, @Nullable String text) {
    try {
      LocalDate day = LocalDate.parse(text == null ? "" : text);
      if (day.getYear() >= 1900 && day.getYear() <= 9998) {
        return day;
      }
    } catch (DateTimeException e) {
      // Reported below.
    }
    throw Problem.invalid(name, name + " must be a day from 1900 to 9998, such as 2026-01-01");
  }

  private static Response answer(int status, HolidayRepository.Stored stored) {
    return Response.status(status)
        .tag(RevisionTag.etag(stored.revision()))
        .entity(stored.calendar())
        .build();
  }
}
