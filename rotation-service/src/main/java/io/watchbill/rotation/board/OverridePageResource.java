package io.watchbill.rotation.board;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.override.OverrideResource;
import io.watchbill.rotation.preview.Preview;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Makes an override of a shift: the form shows what changes before it is made. */
@Path("/schedules/{id}/override")
@Produces(Pages.HTML)
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
public class OverridePageResource {
  private final OverrideForms forms;
  private final OverrideResource overrides;
  private final Pages pages;
  private final Frame frame;

  OverridePageResource(OverrideForms forms, OverrideResource overrides, Pages pages, Frame frame) {
    this.forms = forms;
    this.overrides = overrides;
    this.pages = pages;
    this.frame = frame;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance override(OverrideForm form);
  }

  /** Shows the form, and what would change as soon as all is there. */
  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @Context UriInfo uri) {
    Map<String, String> fields =
        uri.getQueryParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
    AtomicReference<Optional<Preview>> preview = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal =
        OverrideForm.isFilled(fields)
            ? Refusal.of(
                fields,
                () ->
                    preview.set(
                        Optional.of(
                            forms.preview(
                                Id.inPath(id),
                                OverrideForm.request(fields, frame.zone(), forms.now())))))
            : Optional.empty();
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        Templates.override(form(id, fields, requireNonNull(preview.get()), refusal)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response make(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    Optional<Refusal> refusal =
        Refusal.of(
            fields,
            () ->
                overrides.add(
                    id,
                    fields.get("once"),
                    OverrideForm.request(fields, frame.zone(), forms.now())));
    return refusal
        .map(
            refused ->
                pages.html(
                    refused.status(),
                    Templates.override(form(id, fields, Optional.empty(), refusal))))
        .orElseGet(() -> Response.seeOther(URI.create("/schedules/" + id)).build());
  }

  private OverrideForm form(
      String id, Map<String, String> fields, Optional<Preview> preview, Optional<Refusal> refusal) {
    return new OverrideForm(
        Id.inPath(id),
        fields,
        forms.roles(id),
        forms.people(),
        preview,
        refusal,
        UUID.randomUUID().toString());
  }
}
