package io.watchbill.rotation.access;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.board.SecretPages;
import io.watchbill.rotation.board.SecretPages.Kind;
import io.watchbill.rotation.key.KeyForms;
import io.watchbill.rotation.key.KeyResource;
import io.watchbill.rotation.key.KeyService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page on which admins list, make and revoke keys. */
@Path("/keys")
@Produces(Pages.HTML)
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class KeysPageResource {
  private final KeyService keys;
  private final KeyResource api;
  private final KeyForms forms;
  private final SecretPages secrets;
  private final Pages pages;

  KeysPageResource(
      KeyService keys, KeyResource api, KeyForms forms, SecretPages secrets, Pages pages) {
    this.keys = keys;
    this.api = api;
    this.forms = forms;
    this.secrets = secrets;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "access")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance keys(KeysPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response list(
      @BeanParam SliceRequest page,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("principal") @Nullable String principal) {
    return show(
        page,
        requireNonNullElse(kind, ""),
        requireNonNullElse(principal, "").strip(),
        Optional.empty());
  }

  /** Makes a key, and shows it once. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response make(String body) {
    Form form = Form.of(body);
    Map<String, String> fields = new HashMap<>(form.values());
    fields.put("scopes", String.join(" ", form.all("scope")));
    AtomicReference<Optional<String>> made = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal = Refusal.of(fields, () -> made.set(forms.make(fields)));
    return refusal.isPresent()
        ? show(new SliceRequest(), "", "", refusal)
        : secrets.show(Kind.KEY, requireNonNull(made.get()), "/keys");
  }

  @POST
  @Path("{id}/revoke")
  @Operation(hidden = true)
  public Response revoke(@PathParam("id") String id) {
    Optional<Refusal> refusal = Refusal.of(Map.of(), () -> api.revoke(id));
    return refusal.isPresent()
        ? show(new SliceRequest(), "", "", refusal)
        : Response.seeOther(URI.create("/keys")).build();
  }

  private Response show(
      SliceRequest page, String kind, String principal, Optional<Refusal> refusal) {
    KeysPage shown =
        new KeysPage(
            keys.list(page, filled(kind), filled(principal)),
            kind,
            principal,
            Rights.grantable(),
            FilledForm.empty(refusal),
            UUID.randomUUID().toString());
    return pages.html(refusal.map(Refusal::status).orElse(200), Templates.keys(shown));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(some -> !some.isBlank());
  }
}
