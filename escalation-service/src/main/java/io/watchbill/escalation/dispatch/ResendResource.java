package io.watchbill.escalation.dispatch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.delivery.DeliveryView;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sends failed messages again, for responders of the team and people paged for the incident. */
@Path("/v1/deliveries/{id}/resend")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "pages")
@RolesAllowed("**")
@RunOnVirtualThread
public class ResendResource {
  private final Database database;
  private final Resending resending;
  private final Caller caller;

  ResendResource(Database database, Resending resending, Caller caller) {
    this.database = database;
    this.resending = resending;
    this.caller = caller;
  }

  @POST
  @Operation(operationId = "resendDelivery", summary = "Send a failed message again")
  public DeliveryView resend(UUID id, @Valid @Nullable ResendBody body) {
    Principal by = caller.principal();
    String reason = body == null ? null : body.reason();
    return database.inTransaction(tx -> resending.again(tx, id, reason, by));
  }
}
