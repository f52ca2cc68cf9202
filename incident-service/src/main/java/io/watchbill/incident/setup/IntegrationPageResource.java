package io.watchbill.incident.setup;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.intake.RequestResource;
import io.watchbill.incident.intake.TestAlertResource;
import io.watchbill.incident.integration.IntegrationCreationResource;
import io.watchbill.incident.integration.IntegrationResource;
import io.watchbill.incident.integration.IntegrationView;
import io.watchbill.incident.integration.MintedKey;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.EventLoop;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of one integration: its settings, keys, a test alert, and what came in last. */
@Path("/integrations")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class IntegrationPageResource {
  private final IntegrationResource integrations;
  private final IntegrationCreationResource creation;
  private final TestAlertResource tests;
  private final RequestResource requests;
  private final Pages pages;

  IntegrationPageResource(
      IntegrationResource integrations,
      IntegrationCreationResource creation,
      TestAlertResource tests,
      RequestResource requests,
      Pages pages) {
    this.integrations = integrations;
    this.creation = creation;
    this.tests = tests;
    this.requests = requests;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "setup")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance integration(IntegrationPage page);

    static native TemplateInstance integrationForm(IntegrationEditing editing);

    static native TemplateInstance key(IntegrationView integration, Snippets snippets, String key);
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return page(stored(id).view(), Optional.empty());
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Rights.MANAGER)
  @Operation(hidden = true)
  public Response edit(@PathParam("id") String id) {
    return pages.html(
        Templates.integrationForm(
            new IntegrationEditing(id, stored(id).fields(), Optional.empty(), List.of())));
  }

  @POST
  @Path("{id}/edit")
  @RolesAllowed(Rights.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response change(@PathParam("id") String id, String body) {
    Map<String, String> form = Form.of(body).values();
    String version = form.get("version");
    return Refusal.of(
            form,
            () ->
                EventLoop.await(() -> integrations.change(id, version, IntegrationForm.body(form))))
        .map(refusal -> again(id, form, refusal))
        .orElseGet(() -> Response.seeOther(URI.create("/integrations/" + id)).build());
  }

  /** What somebody else has stored meanwhile is shown; pressed again, the form replaces it. */
  private Response again(String id, Map<String, String> typed, Refusal refusal) {
    Map<String, String> fields = new HashMap<>(typed);
    List<IntegrationEditing.Change> changes = List.of();
    if (refusal.status() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
      Map<String, String> stored = stored(id).fields();
      changes = IntegrationEditing.between(stored, typed);
      fields.put("version", requireNonNullElse(stored.get("version"), ""));
    }
    return pages.html(
        refusal.status(),
        Templates.integrationForm(
            new IntegrationEditing(id, fields, Optional.of(refusal), changes)));
  }

  /** The key is in this answer, and nowhere else. */
  @POST
  @Path("{id}/keys")
  @RolesAllowed(Rights.MANAGER)
  @Operation(hidden = true)
  public Response key(@PathParam("id") String id) {
    IntegrationView integration = stored(id).view();
    AtomicReference<String> key = new AtomicReference<>("");
    Optional<Refusal> refusal =
        Refusal.of(
            Map.of(),
            () -> {
              Response made = EventLoop.await(() -> creation.createKey(id));
              key.set(((MintedKey) made.getEntity()).key());
            });
    return refusal.isPresent()
        ? page(integration, refusal)
        : pages.html(201, shownOnce(integration, requireNonNull(key.get())));
  }

  static TemplateInstance shownOnce(IntegrationView integration, String key) {
    return Templates.key(integration, Snippets.of(integration.url(), key), key);
  }

  @POST
  @Path("{id}/test-alert")
  @RolesAllowed(Rights.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response test(@PathParam("id") String id, String body) {
    Map<String, String> form = Form.of(body).values();
    AtomicReference<List<String>> incidents = new AtomicReference<>(List.of());
    Optional<Refusal> refusal =
        Refusal.of(
            form,
            () ->
                incidents.set(
                    tests
                        .send(
                            id,
                            form.get("once"),
                            new TestAlertResource.TestAlert(
                                IntegrationForm.severity(
                                    "severity", form.getOrDefault("severity", ""))))
                        .incidents()));
    if (refusal.isPresent()) {
      return page(stored(id).view(), refusal);
    }
    String where =
        requireNonNull(incidents.get()).stream()
            .findFirst()
            .map(i -> "/incidents/" + i)
            .orElse("/incidents");
    return Response.seeOther(URI.create(where)).build();
  }

  @POST
  @Path("{id}/archive")
  @RolesAllowed(Rights.MANAGER)
  @Operation(hidden = true)
  public Response archive(@PathParam("id") String id) {
    return Refusal.of(Map.of(), () -> EventLoop.await(() -> integrations.archive(id)))
        .map(refusal -> page(stored(id).view(), Optional.of(refusal)))
        .orElseGet(() -> Response.seeOther(URI.create("/integrations")).build());
  }

  private Response page(IntegrationView integration, Optional<Refusal> refusal) {
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        Templates.integration(
            new IntegrationPage(
                integration,
                Snippets.of(integration.url()),
                requests.newest(integration.id(), true),
                requests.newest(integration.id(), false),
                refusal,
                UUID.randomUUID().toString())));
  }

  private Stored stored(String id) {
    Response answer = EventLoop.await(() -> integrations.get(id));
    return new Stored((IntegrationView) answer.getEntity(), answer.getHeaderString("ETag"));
  }

  private record Stored(IntegrationView view, String version) {
    Map<String, String> fields() {
      return IntegrationForm.of(view, version);
    }
  }
}
