package io.watchbill.rotation.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The endpoint that makes links that sign a person in. */
@Path("/v1/sign-in-links")
@RunOnVirtualThread
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
public class SignInLinkResource {
  private final SignInLinks links;
  private final IdempotencyKeys idempotency;
  private final Caller caller;

  SignInLinkResource(SignInLinks links, IdempotencyKeys idempotency, Caller caller) {
    this.links = links;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Operation(operationId = "makeSignInLink", summary = "Create a link that signs a person in")
  public Response make(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") SignInLinkRequest request) {
    return idempotency.once(
        key,
        caller.name(),
        "POST /v1/sign-in-links",
        request,
        tx -> {
          SignInLink made = links.make(tx, request.person());
          return new Answer(201, made, new SignInLink(null, made.expiresAt()), null);
        });
  }
}
