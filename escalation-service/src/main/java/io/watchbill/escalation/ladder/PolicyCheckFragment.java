package io.watchbill.escalation.ladder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same within the page of the policy, which is there without waiting for it. */
@Path("/fragments/escalation/policies/{id}")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class PolicyCheckFragment {
  private final PolicyChecks checks;
  private final Pages pages;

  PolicyCheckFragment(PolicyChecks checks, Pages pages) {
    this.checks = checks;
    this.pages = pages;
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return pages.html(PolicyCheckResource.Templates.check$body(checks.of(id)));
  }
}
