package io.watchbill.rotation.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.rotation.RotationView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of schedules: all of them, and one by weeks. */
@Path("/schedules")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class SchedulePageResource {
  private static final int USUAL = 2;
  private static final int MONTH = 5;
  private static final int DAYS = 7;

  private final ScheduleTables schedules;
  private final Pages pages;
  private final Frame frame;

  SchedulePageResource(ScheduleTables schedules, Pages pages, Frame frame) {
    this.schedules = schedules;
    this.pages = pages;
    this.frame = frame;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance schedules(Slice<RotationView> rotations, boolean mayMake);

    static native TemplateInstance schedule(SchedulePage page);
  }

  @GET
  @Operation(hidden = true)
  public Response all(@BeanParam SliceRequest page) {
    return pages.html(Templates.schedules(schedules.rotations(page), schedules.mayMake()));
  }

  /** Shows two weeks, or a month, from the Monday before a day. */
  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response show(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("weeks") @Nullable String weeks) {
    LocalDate today = schedules.today(frame.zone());
    int shown = "5".equals(weeks) ? MONTH : USUAL;
    LocalDate monday = day(from, today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Range range = new Range(monday, shown * DAYS, frame.zone());
    return pages.html(
        Templates.schedule(schedules.read(Id.inPath(id), range, shown, frame.language(), today)));
  }

  private static LocalDate day(@Nullable String from, LocalDate today) {
    if (from == null || from.isBlank()) {
      return today;
    }
    try {
      LocalDate day = LocalDate.parse(from);
      if (day.getYear() >= 1970 && day.getYear() < 10_000) {
        return day;
      }
    } catch (DateTimeException e) {
      // Falls through to the same answer as a day out of range.
    }
    throw Problem.invalid("from", "The first day is a date such as 2026-12-24.");
  }
}
