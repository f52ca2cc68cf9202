package io.watchbill.escalation.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.contact.Owner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verifies contact methods, for the person and managers who help. */
@Path("/v1/contact-methods/{person}/{id}/verification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed("**")
@RunOnVirtualThread
public class VerificationResource {
  private final Verifications verifications;
  private final Owner owner;

  VerificationResource(Verifications verifications, Owner owner) {
    this.verifications = verifications;
    this.owner = owner;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "sendVerificationCode", summary = "Send a verification code")
  public VerificationView send(String person, String id) {
    owner.demandHelper(person);
    return verifications.send(person, id);
  }

  @PUT
  @Operation(operationId = "verifyContactMethod", summary = "Verify a contact method")
  public VerifiedView verify(
      String person, String id, @Valid @NotNull(message = CodeBody.RULE) CodeBody body) {
    owner.demandHelper(person);
    return new VerifiedView(verifications.verify(person, id, body.code()));
  }
}
