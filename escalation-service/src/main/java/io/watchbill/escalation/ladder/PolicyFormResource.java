package io.watchbill.escalation.ladder;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Changes policies by their text: nothing typed is lost, nobody's change is replaced unseen. */
@Path("/policies")
@Produces(Pages.HTML)
@RolesAllowed(Rights.MANAGER)
@RunOnVirtualThread
public class PolicyFormResource {
  private static final String EXAMPLE =
      """
      name:
      team:
      defaultFor: []
      steps:
      - name: primary
        notify: [{rotation: , role: primary}]
      - name: secondary
        after: PT15M
        notify: [{rotation: , role: secondary}]
      repeat: {times: 1}
      """;

  private final PolicyForms forms;
  private final Pages pages;
  private final Caller caller;

  PolicyFormResource(PolicyForms forms, Pages pages, Caller caller) {
    this.forms = forms;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "ladder")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance form(PolicyForm form);
  }

  @GET
  @Path("new")
  @Operation(hidden = true)
  public Response fresh() {
    return pages.html(
        Templates.form(new PolicyForm("", true, EXAMPLE, "", Optional.empty(), List.of(), "")));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response add(String body) {
    Map<String, String> typed = Form.of(body).values();
    return saved(typed.getOrDefault("id", "").strip(), true, typed);
  }

  @GET
  @Path("{id}/edit")
  @Operation(hidden = true)
  public Response edit(@PathParam("id") String id) {
    return pages.html(Templates.form(forms.form(id, caller.principal())));
  }

  @POST
  @Path("{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response save(@PathParam("id") String id, String body) {
    return saved(id, false, Form.of(body).values());
  }

  private Response saved(String id, boolean fresh, Map<String, String> typed) {
    return forms
        .save(id, fresh, typed, caller.principal())
        .map(
            form ->
                pages.html(form.refusal().map(Refusal::status).orElse(400), Templates.form(form)))
        .orElseGet(() -> to("/policies/" + id));
  }

  @POST
  @Path("{id}/archive")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response archive(@PathParam("id") String id, String body) {
    forms.archive(id, Form.of(body).get("version").orElse(""), caller.principal());
    return to("/policies");
  }

  private Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
