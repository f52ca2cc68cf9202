package io.watchbill.rotation.workingtime;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The working time endpoint of people. */
@Path("/v1/people/{id}/working-time")
@RunOnVirtualThread
@Heavy
@Tag(
    name = "working time",
    description = "When people work, and business hours and days added to an instant.")
@Produces(MediaType.APPLICATION_JSON)
public class PersonWorkingTimeResource {
  private final WorkingTimeService workingTime;

  PersonWorkingTimeResource(WorkingTimeService workingTime) {
    this.workingTime = workingTime;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getPersonWorkingTime", summary = "List a person's working time")
  public Response get(@BeanParam Asked asked) {
    return asked.answer(workingTime, WorkingTimeService.Whose.PERSON);
  }
}
