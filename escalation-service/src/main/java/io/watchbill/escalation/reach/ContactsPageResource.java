package io.watchbill.escalation.reach;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.contact.ContactView;
import io.watchbill.escalation.reach.ContactsPage.Said;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages on which people say how they are reached, or managers help them. */
@Path("/contact-methods")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class ContactsPageResource {
  private final ContactsReader reader;
  private final ContactForms forms;
  private final Pages pages;
  private final Caller caller;

  ContactsPageResource(ContactsReader reader, ContactForms forms, Pages pages, Caller caller) {
    this.reader = reader;
    this.forms = forms;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "reach")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance contacts(ContactsPage page);

    static native TemplateInstance contacts$body(ContactsPage page);

    static native TemplateInstance noPerson();

    static native TemplateInstance noPerson$body();
  }

  /** Shows one's own; what is no person has none. */
  @GET
  @Operation(hidden = true)
  public Response mine() {
    Principal principal = caller.principal();
    return principal.kind() == Principal.Kind.PERSON
        ? page(200, principal.id(), Said.NOTHING)
        : pages.html(Templates.noPerson());
  }

  @GET
  @Path("{person}")
  @Operation(hidden = true)
  public Response show(
      @PathParam("person") String person, @QueryParam("sent") @Nullable String sent) {
    return page(200, person, sent == null ? Said.NOTHING : Said.sent(sent));
  }

  /** Adds a method; a secret that was generated for it is shown in this answer only. */
  @POST
  @Path("{person}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response add(@PathParam("person") String person, String body) {
    Map<String, String> typed = Form.of(body).values();
    AtomicReference<Optional<ContactView>> added = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal =
        Refusal.of(typed, () -> added.set(Optional.of(forms.add(person, typed))));
    return requireNonNull(added.get())
        .filter(method -> method.secret() != null)
        .map(method -> page(200, person, Said.added(method)))
        .orElseGet(() -> answer(person, "add", refusal, ""));
  }

  @POST
  @Path("{person}/rules")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response rules(@PathParam("person") String person, String body) {
    Map<String, String> typed = Form.of(body).values();
    return answer(person, "rules", Refusal.of(typed, () -> forms.replaceRules(person, typed)), "");
  }

  @POST
  @Path("{person}/{id}/code")
  @Operation(hidden = true)
  public Response sendCode(@PathParam("person") String person, @PathParam("id") String id) {
    return answer(
        person,
        "verify-" + id,
        Refusal.of(Map.of(), () -> forms.sendCode(person, id)),
        "?sent=" + id);
  }

  @POST
  @Path("{person}/{id}/verify")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response verify(
      @PathParam("person") String person, @PathParam("id") String id, String body) {
    Map<String, String> typed = Form.of(body).values();
    return answer(
        person, "verify-" + id, Refusal.of(typed, () -> forms.verify(person, id, typed)), "");
  }

  @POST
  @Path("{person}/{id}/remove")
  @Operation(hidden = true)
  public Response remove(@PathParam("person") String person, @PathParam("id") String id) {
    return answer(person, "remove", Refusal.of(Map.of(), () -> forms.remove(person, id)), "");
  }

  private Response answer(String person, String form, Optional<Refusal> refusal, String query) {
    return refusal
        .map(refused -> page(refused.status(), person, Said.refused(form, refused)))
        .orElseGet(
            () ->
                Response.seeOther(URI.create("/contact-methods/" + encoded(person) + query))
                    .build());
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Response page(int status, String person, Said said) {
    return pages.html(status, Templates.contacts(reader.read(person, said)));
  }
}
