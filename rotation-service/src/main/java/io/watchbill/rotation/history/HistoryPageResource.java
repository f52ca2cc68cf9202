package io.watchbill.rotation.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.WholeNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of a schedule's versions. */
@Path("/schedules/{id}/history")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class HistoryPageResource {
  private final HistoryPages history;
  private final Pages pages;

  HistoryPageResource(HistoryPages history, Pages pages) {
    this.history = history;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "history")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance history(HistoryPage page);
  }

  /** Shows the newest versions, or those before a number. */
  @GET
  @Heavy
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @QueryParam("before") @Nullable String before) {
    int number = WholeNumber.parameter("before", before, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return pages.html(Templates.history(history.read(Id.inPath(id), number)));
  }
}
