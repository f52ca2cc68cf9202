package io.watchbill.rotation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.doctor.Doctor;
import io.watchbill.kit.doctor.DoctorApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Examines this service for an operator. */
@Path("/v1/doctor/rotation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "doctor")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class DoctorResource extends DoctorApi {
  DoctorResource(Doctor doctor, Caller caller) {
    super(doctor, caller);
  }
}
