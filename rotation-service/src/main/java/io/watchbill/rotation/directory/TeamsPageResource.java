package io.watchbill.rotation.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.directory.StoredTeams.Stored;
import io.watchbill.rotation.input.Id;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of teams: all of them, and one. */
@Path("/teams")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class TeamsPageResource {
  private final TeamPages teams;
  private final StoredTeams stored;
  private final Pages pages;

  TeamsPageResource(TeamPages teams, StoredTeams stored, Pages pages) {
    this.teams = teams;
    this.stored = stored;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "directory")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance teams(TeamsPage page);

    static native TemplateInstance team(TeamPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response all(@BeanParam SliceRequest page, @QueryParam("archived") boolean archived) {
    return pages.html(Templates.teams(teams.list(page, archived, Optional.empty())));
  }

  /** Makes a new team; one that has the id already is not changed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(hidden = true)
  public Response make(String body) {
    Map<String, String> fields = Form.of(body).values();
    String id = fields.getOrDefault("id", "").strip();
    Optional<Refusal> refusal = Refusal.of(fields, () -> make(id, name(fields)));
    return refusal.isPresent()
        ? pages.html(
            refusal.get().status(), Templates.teams(teams.list(new SliceRequest(), false, refusal)))
        : to(id);
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response one(@PathParam("id") String id) {
    return show(id, Optional.empty());
  }

  /** Gives a team another name, unless somebody else changed it meanwhile. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(hidden = true)
  public Response change(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        id,
        Refusal.of(
            fields,
            () -> {
              Stored before = stored.get(id);
              stored.put(
                  id, fields.getOrDefault("revision", ""), name(fields), before.team().members());
            }));
  }

  /** Shows a team again if something was not done, and leads to it if it was. */
  Response answer(String id, Optional<Refusal> refusal) {
    return refusal.isPresent() ? show(id, refusal) : to(id);
  }

  private Response show(String id, Optional<Refusal> refusal) {
    Stored found = stored.get(id);
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        Templates.team(teams.read(found.team(), found.revision(), refusal)));
  }

  private Response to(String id) {
    return Response.seeOther(URI.create("/teams/" + id)).build();
  }

  private void make(String id, String name) {
    if (teams.exists(Id.inPath(id))) {
      throw Problem.invalid("/id", "there is a team '" + id + "' already");
    }
    stored.make(id, name, List.of());
  }

  private static String name(Map<String, String> fields) {
    return fields.getOrDefault("name", "").strip();
  }
}
