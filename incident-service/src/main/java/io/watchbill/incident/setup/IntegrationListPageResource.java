package io.watchbill.incident.setup;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.integration.IntegrationCreationResource;
import io.watchbill.incident.integration.IntegrationResource;
import io.watchbill.incident.integration.IntegrationView;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of integrations, and the form for a new one. */
@Path("/integrations")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class IntegrationListPageResource {
  private final IntegrationResource integrations;
  private final IntegrationCreationResource creation;
  private final Pages pages;

  IntegrationListPageResource(
      IntegrationResource integrations, IntegrationCreationResource creation, Pages pages) {
    this.integrations = integrations;
    this.creation = creation;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "setup")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance integrations(Slice<IntegrationView> slice, boolean archived);
  }

  @GET
  @Operation(hidden = true)
  public Response list(@QueryParam("archived") boolean archived, @BeanParam SliceRequest page) {
    return pages.html(
        Templates.integrations(
            EventLoop.await(() -> integrations.slice(archived, page)), archived));
  }

  @GET
  @Path("new")
  @RolesAllowed(Rights.MANAGER)
  @Operation(hidden = true)
  public Response form() {
    return form(200, IntegrationForm.empty(), Optional.empty());
  }

  /** The key is in this answer, and nowhere else. */
  @POST
  @Path("new")
  @RolesAllowed(Rights.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response create(String body) {
    Map<String, String> form = Form.of(body).values();
    AtomicReference<Optional<IntegrationView>> made = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal =
        Refusal.of(
            form,
            () -> {
              Response answer = EventLoop.await(() -> creation.create(IntegrationForm.body(form)));
              made.set(Optional.of((IntegrationView) answer.getEntity()));
            });
    return refusal
        .map(refused -> form(refused.status(), form, refusal))
        .orElseGet(() -> shown(requireNonNull(made.get()).orElseThrow()));
  }

  private Response shown(IntegrationView made) {
    return pages.html(201, IntegrationPageResource.shownOnce(made, requireNonNull(made.key())));
  }

  private Response form(int status, Map<String, String> fields, Optional<Refusal> refusal) {
    return pages.html(
        status,
        IntegrationPageResource.Templates.integrationForm(
            new IntegrationEditing("", fields, refusal, List.of())));
  }
}
