package io.watchbill.incident.board;

import static io.watchbill.incident.board.IncidentForms.orNull;
import static io.watchbill.incident.board.IncidentForms.text;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.incident.IncidentBodies;
import io.watchbill.incident.incident.IncidentView;
import io.watchbill.incident.incident.OpeningResource;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The form that opens an incident by hand; pressed twice, it opens one. */
@Path("/incidents/new")
@Produces(Pages.HTML)
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
public class NewIncidentResource {
  private final OpeningResource opening;
  private final Json json;
  private final Pages pages;

  NewIncidentResource(OpeningResource opening, Json json, Pages pages) {
    this.opening = opening;
    this.json = json;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance opening(Opening opening);
  }

  /**
   * The form.
   *
   * @param once makes two presses one incident
   */
  public record Opening(String once, Optional<Refusal> refusal) {
    public String typed(String field) {
      return refusal.map(refused -> refused.typed(field)).orElse("");
    }

    public String wrong(String field) {
      return refusal.map(refused -> refused.at(field)).orElse("");
    }
  }

  @GET
  @Operation(hidden = true)
  public Response show() {
    return pages.html(
        Templates.opening(new Opening(UUID.randomUUID().toString(), Optional.empty())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response open(String body) {
    Map<String, String> form = Form.of(body).values();
    String once = orNull(form, "once");
    AtomicReference<String> opened = new AtomicReference<>("");
    Optional<Refusal> refusal = Refusal.of(form, () -> opened.set(open(form, once)));
    return refusal
        .map(
            refused ->
                pages.html(
                    refused.status(),
                    Templates.opening(new Opening(UUID.randomUUID().toString(), refusal))))
        .orElseGet(() -> Response.seeOther(URI.create(requireNonNull(opened.get()))).build());
  }

  private String open(Map<String, String> form, @Nullable String once) {
    Response answer =
        opening.open(
            once,
            new IncidentBodies.Open(
                text(form, "title"),
                IncidentForms.severity(form),
                text(form, "team"),
                orNull(form, "policy"),
                IncidentForms.tags(form)));
    return "/incidents/" + reference(answer.getEntity());
  }

  /** A repeated request is answered with the JSON that was stored. */
  private String reference(Object answer) {
    return answer instanceof IncidentView incident
        ? incident.reference()
        : json.read(answer.toString(), JsonNode.class).path("reference").asText();
  }
}
