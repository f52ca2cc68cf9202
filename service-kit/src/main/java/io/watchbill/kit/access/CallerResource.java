package io.watchbill.kit.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Returns the principal of a key; services use it to check their own keys with each other. */
@Path("/v1/caller")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "caller")
@RolesAllowed("**")
public class CallerResource {
  private final Caller caller;

  CallerResource(Caller caller) {
    this.caller = caller;
  }

  /** The principal of a key. */
  @RegisterForReflection
  @Schema(name = "Caller", description = "The principal of a key, and its rights.")
  public record View(
      @Schema(examples = "person") String kind,
      @Schema(examples = "alice") String id,
      List<Held> grants) {}

  /**
   * A right.
   *
   * @param team null: for all teams
   */
  @RegisterForReflection
  @Schema(name = "HeldRight")
  public record Held(
      @Schema(examples = Rights.RESPONDER) String right,
      @Schema(examples = "security", description = "For all teams, when null.", nullable = true)
          @Nullable String team) {}

  @GET
  @Operation(
      operationId = "getCaller",
      summary = "Get the principal of the key",
      description = "Needs a valid key and no right.")
  public View get() {
    Principal principal = caller.principal();
    return new View(
        principal.kind().wire(),
        principal.id(),
        principal.grants().stream()
            .map(grant -> new Held(grant.effective(), grant.team().orElse(null)))
            .toList());
  }
}
