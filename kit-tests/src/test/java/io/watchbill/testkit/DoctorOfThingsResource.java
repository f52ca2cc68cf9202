package io.watchbill.testkit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.doctor.Doctor;
import io.watchbill.kit.doctor.DoctorApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** As each service has it. */
@Path("/v1/doctor/things")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class DoctorOfThingsResource extends DoctorApi {
  DoctorOfThingsResource(Doctor doctor, Caller caller) {
    super(doctor, caller);
  }
}
