package io.watchbill.escalation.ladder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of a policy's versions. */
@Path("/policies/{id}/history")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class PolicyHistoryResource {
  private final PolicyHistory history;
  private final Pages pages;

  PolicyHistoryResource(PolicyHistory history, Pages pages) {
    this.history = history;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "ladder")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance history(PolicyHistoryPage page);
  }

  /** Shows the newest versions, or those before a number. */
  @GET
  @Heavy
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @QueryParam("before") @Nullable String before) {
    return pages.html(Templates.history(history.read(id, number(before))));
  }

  private static long number(@Nullable String before) {
    try {
      return before == null ? Long.MAX_VALUE : Long.parseLong(before);
    } catch (NumberFormatException e) {
      throw Problem.invalid("before", "'before' is the number of a version.");
    }
  }
}
