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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
  @Operation(
      operationId = "sendVerificationCode",
      summary = "Send a verification code",
      description =
          "Sends six digits by the contact method, valid for 15 minutes and five attempts; earlier codes expire. Once a minute and at most five times in an hour for each method. Needs to be the person, a manager of their team or an admin.")
  @APIResponse(responseCode = "200", description = "Sent, or possibly sent: see detail")
  @APIResponse(
      responseCode = "429",
      description = "A code was sent less than a minute ago, or too many were")
  @APIResponse(responseCode = "502", description = "The channel did not accept it")
  public VerificationView send(String person, String id) {
    owner.demandHelper(person);
    return verifications.send(person, id);
  }

  @PUT
  @Operation(
      operationId = "verifyContactMethod",
      summary = "Verify a contact method",
      description =
          "Verifies by the code that was sent. A change of kind or address later undoes it.")
  @APIResponse(responseCode = "200", description = "Verified")
  @APIResponse(responseCode = "400", description = "Not the code that was sent")
  @APIResponse(responseCode = "409", description = "A new code is needed")
  public VerifiedView verify(
      String person, String id, @Valid @NotNull(message = CodeBody.RULE) CodeBody body) {
    owner.demandHelper(person);
    return new VerifiedView(verifications.verify(person, id, body.code()));
  }
}
