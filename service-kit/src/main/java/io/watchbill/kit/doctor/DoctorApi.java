package io.watchbill.kit.doctor;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The endpoint that {@code ./watchbill doctor} asks. Each service has its own path, since one host
 * may serve all services.
 */
public abstract class DoctorApi {
  private final Doctor doctor;
  private final Caller caller;

  protected DoctorApi(Doctor doctor, Caller caller) {
    this.doctor = doctor;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Rights.ADMIN)
  @Operation(
      operationId = "examineService",
      summary = "Examine the service",
      description =
          "Looks at settings, database, peer services, clock, loops and events, and says what is"
              + " wrong and what to do. One process answers, within ten seconds; nothing is changed,"
              + " and no secret is shown. Needs the right admin for all teams.")
  @APIResponse(responseCode = "200", description = "What was found, also when something is wrong")
  public DoctorReport examine() {
    caller.requireForAllTeams(Rights.ADMIN);
    return doctor.report();
  }
}
