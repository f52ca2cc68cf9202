package io.watchbill.rotation.quality;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of how fairly a schedule is shared, and how good its coverage is. */
@Path("/schedules/{id}/fairness")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class FairnessPageResource {
  private final FairnessPages fairness;
  private final Pages pages;

  FairnessPageResource(FairnessPages fairness, Pages pages) {
    this.fairness = fairness;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "quality")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance fairness(FairnessPage page);
  }

  /** Shows the days from {@code from} to {@code to}, both included. */
  @GET
  @Heavy
  @Operation(hidden = true)
  public Response show(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("role") @Nullable String role) {
    Map<String, String> asked =
        Map.of(
            "from", Objects.toString(from, ""),
            "to", Objects.toString(to, ""),
            "role", Objects.toString(role, ""));
    FairnessPage page = fairness.read(Id.inPath(id), asked);
    return pages.html(page.refusal().map(Refusal::status).orElse(200), Templates.fairness(page));
  }
}
