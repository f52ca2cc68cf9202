package io.watchbill.rotation.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.person.Person;
import io.watchbill.rotation.person.PersonResource;
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
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of people: all of them, and one. */
@Path("/people")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class PeoplePageResource {
  private final PersonPages people;
  private final PersonResource api;
  private final Pages pages;

  PeoplePageResource(PersonPages people, PersonResource api, Pages pages) {
    this.people = people;
    this.api = api;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "directory")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance people(PeoplePage page);

    static native TemplateInstance person(PersonPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response all(@BeanParam SliceRequest page, @QueryParam("archived") boolean archived) {
    return pages.html(Templates.people(people.list(page, archived, Optional.empty())));
  }

  /** Adds a person; one who has the id already is not changed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(hidden = true)
  public Response make(String body) {
    Map<String, String> fields = Form.of(body).values();
    String id = fields.getOrDefault("id", "").strip();
    Optional<Refusal> refusal = Refusal.of(fields, () -> make(id, fields));
    return refusal.isPresent()
        ? pages.html(
            refusal.get().status(),
            Templates.people(people.list(new SliceRequest(), false, refusal)))
        : to(id);
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response one(@PathParam("id") String id) {
    return show(Id.inPath(id), Optional.empty());
  }

  /** Changes a person, unless somebody else did so meanwhile. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(hidden = true)
  public Response change(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    String revision = RevisionTag.tag(fields.getOrDefault("revision", ""));
    Optional<Refusal> refusal = Refusal.of(fields, () -> put(Id.inPath(id), revision, fields));
    return refusal.isPresent() ? show(id, refusal) : to(id);
  }

  /** Shows a person, with why something was not done. */
  Response show(String id, Optional<Refusal> refusal) {
    return pages.html(
        refusal.map(Refusal::status).orElse(200), Templates.person(people.read(id, refusal)));
  }

  /** Leads to a person. */
  Response to(String id) {
    return Response.seeOther(URI.create("/people/" + id)).build();
  }

  private void make(String id, Map<String, String> fields) {
    if (people.exists(Id.inPath(id))) {
      throw Problem.invalid("/id", "there is a person '" + id + "' already");
    }
    put(id, null, fields);
  }

  private void put(String id, @Nullable String ifMatch, Map<String, String> fields) {
    Person person =
        new Person(
            null,
            fields.getOrDefault("name", "").strip(),
            fields.getOrDefault("timeZone", "").strip(),
            orNull(fields.get("email")),
            orNull(fields.get("team")),
            null);
    EventLoop.await(() -> api.put(id, ifMatch, person));
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
