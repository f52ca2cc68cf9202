package io.watchbill.rotation.me;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.person.PersonChange;
import io.watchbill.rotation.person.PersonResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Changes the name and time zone of who is signed in. */
@Path("/me/profile")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class MyProfileResource {
  private final PersonResource people;
  private final MyPageResource page;
  private final Caller caller;

  MyProfileResource(PersonResource people, MyPageResource page, Caller caller) {
    this.people = people;
    this.page = page;
    this.caller = caller;
  }

  /** Changes them, unless somebody else did so meanwhile. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response change(String body) {
    if (caller.principal().kind() != Principal.Kind.PERSON) {
      return page.show();
    }
    Map<String, String> fields = Form.of(body).values();
    String revision = RevisionTag.tag(fields.getOrDefault("revision", ""));
    PersonChange change =
        new PersonChange(
            fields.getOrDefault("name", "").strip(), fields.getOrDefault("timeZone", "").strip());
    Optional<Refusal> refusal =
        Refusal.of(
            fields, () -> EventLoop.await(() -> people.change(caller.id(), revision, change)));
    return refusal.isPresent() ? page.show(refusal) : Response.seeOther(URI.create("/me")).build();
  }
}
