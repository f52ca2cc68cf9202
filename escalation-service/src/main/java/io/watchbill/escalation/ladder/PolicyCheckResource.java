package io.watchbill.escalation.ladder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

/** Shows who would be paged by a policy now, and the findings in it. */
@Path("/policies/{id}/check")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class PolicyCheckResource {
  private final PolicyChecks checks;
  private final Pages pages;

  PolicyCheckResource(PolicyChecks checks, Pages pages) {
    this.checks = checks;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "ladder")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance check(PolicyCheck check);

    static native TemplateInstance check$body(PolicyCheck check);
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return pages.html(Templates.check(checks.of(id)));
  }
}
