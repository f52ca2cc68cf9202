package io.watchbill.rotation.workingtime;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The endpoints that calculate with working time. */
@Path("/v1/working-time")
@RunOnVirtualThread
@Heavy
@Tag(
    name = "working time",
    description = "When people work, and business hours and days added to an instant.")
@Produces(MediaType.APPLICATION_JSON)
public class BusinessTimeResource {
  private static final int MAX_DAYS = 1_000;
  private static final Duration MAX_DURATION = Duration.ofHours(10_000);

  private final WorkingTimeService workingTime;

  BusinessTimeResource(WorkingTimeService workingTime) {
    this.workingTime = workingTime;
  }

  /** Whose working time to use: exactly one is required. */
  public static class Owner {
    @Parameter(description = "The working time of this rotation.", example = "security")
    @QueryParam("rotation")
    @Nullable String rotation;

    @Parameter(description = "Or of this person.")
    @QueryParam("person")
    @Nullable String person;

    @Parameter(description = "Or of this team.")
    @QueryParam("team")
    @Nullable String team;

    private void check() {
      if (Stream.of(rotation, person, team).filter(id -> id != null).count() != 1) {
        throw Problem.invalid("rotation", "exactly one of rotation, person and team is required");
      }
      Id.parameter("rotation", rotation);
      Id.parameter("person", person);
      Id.parameter("team", team);
    }

    WorkingTimeService.Whose whose() {
      check();
      if (rotation != null) {
        return WorkingTimeService.Whose.ROTATION;
      }
      return person != null ? WorkingTimeService.Whose.PERSON : WorkingTimeService.Whose.TEAM;
    }

    String id() {
      return Stream.of(rotation, person, team).filter(id -> id != null).findFirst().orElseThrow();
    }
  }

  @GET
  @Path("/at")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getWorkingMoment", summary = "Show whether an instant is working time")
  public WorkingMoment at(@BeanParam Owner owner, @QueryParam("at") @Nullable String at) {
    return workingTime.at(owner.whose(), owner.id(), Instants.optional("at", at));
  }

  @GET
  @Path("/add")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "addWorkingTime", summary = "Add business hours or days to an instant")
  public BusinessInstant add(
      @BeanParam Owner owner,
      @QueryParam("from") @Nullable String from,
      @QueryParam("duration") @Nullable String duration,
      @QueryParam("days") @Nullable String days) {
    if ((duration == null) == (days == null)) {
      throw Problem.invalid("duration", "exactly one of duration and days is required");
    }
    WorkingTimeService.Whose whose = owner.whose();
    Optional<Instant> start = Instants.optional("from", from);
    return duration != null
        ? workingTime.plus(whose, owner.id(), start, duration(duration))
        : workingTime.plusDays(whose, owner.id(), start, days(days));
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && duration.compareTo(MAX_DURATION) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // Reported below.
    }
    throw Problem.invalid(
        "duration", "a duration of working time is required, such as PT4H, from PT0S to PT10000H");
  }

  private static int days(@Nullable String text) {
    if (text != null && text.matches("\\d{1,4}") && Integer.parseInt(text) <= MAX_DAYS) {
      return Integer.parseInt(text);
    }
    throw Problem.invalid("days", "a whole number of days from 0 to " + MAX_DAYS + " is required");
  }
}
