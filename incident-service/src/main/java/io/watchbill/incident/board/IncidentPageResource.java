package io.watchbill.incident.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of an incident, and the forms on it. */
@Path("/")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class IncidentPageResource {
  private final IncidentPageReader reader;
  private final IncidentForms forms;
  private final Pages pages;
  private final Caller caller;

  IncidentPageResource(IncidentPageReader reader, IncidentForms forms, Pages pages, Caller caller) {
    this.reader = reader;
    this.forms = forms;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance incident(IncidentPage page);

    static native TemplateInstance incident$live(IncidentPage page);
  }

  @GET
  @Path("incidents/{id}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @QueryParam("show") @Nullable String show) {
    return pages.html(Templates.incident(read(id, show, Optional.empty())));
  }

  /** Answers 204 when the caller has seen all that there is. */
  @GET
  @Path("fragments/incident/incidents/{id}")
  @Operation(hidden = true)
  public Response live(
      @PathParam("id") String id,
      @QueryParam("show") @Nullable String show,
      @QueryParam("seen") @Nullable String seen) {
    if (reader.version(caller.principal(), id).equals(seen)) {
      return Response.noContent().build();
    }
    return pages.html(Templates.incident$live(read(id, show, Optional.empty())));
  }

  @POST
  @Path("incidents/{id}/{action}")
  @RolesAllowed(Rights.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response act(@PathParam("id") String id, @PathParam("action") String action, String body) {
    Map<String, String> form = Form.of(body).values();
    Optional<Refusal> refusal = Refusal.of(form, () -> forms.perform(id, action, form));
    return refusal
        .map(refused -> pages.html(refused.status(), Templates.incident(read(id, null, refusal))))
        .orElseGet(() -> Response.seeOther(shown(id)).build());
  }

  private URI shown(String id) {
    return URI.create("/incidents/" + reader.reference(caller.principal(), id));
  }

  private IncidentPage read(String id, @Nullable String show, Optional<Refusal> refusal) {
    return reader.read(caller.principal(), id, TimelineChoice.of(show), refusal);
  }
}
