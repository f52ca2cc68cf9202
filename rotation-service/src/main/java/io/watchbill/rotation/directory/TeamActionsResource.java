package io.watchbill.rotation.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.archive.TeamArchiveResource;
import io.watchbill.rotation.directory.StoredTeams.Stored;
import io.watchbill.rotation.grant.GrantService;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is done with a team on its page. */
@Path("/teams/{id}")
@Produces(Pages.HTML)
@RolesAllowed({Rights.ADMIN, Rights.MANAGER})
@RunOnVirtualThread
public class TeamActionsResource {
  private final TeamsPageResource page;
  private final StoredTeams stored;
  private final TeamArchiveResource archive;
  private final GrantService grants;

  TeamActionsResource(
      TeamsPageResource page,
      StoredTeams stored,
      TeamArchiveResource archive,
      GrantService grants) {
    this.page = page;
    this.stored = stored;
    this.archive = archive;
    this.grants = grants;
  }

  /** Makes people members, after those who are. */
  @POST
  @Path("members")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response join(@PathParam("id") String id, String body) {
    Form form = Form.of(body);
    return members(
        id,
        form.values(),
        members ->
            Stream.concat(members.stream(), form.all("person").stream()).distinct().toList());
  }

  @POST
  @Path("members/{person}/remove")
  @Operation(hidden = true)
  public Response leave(@PathParam("id") String id, @PathParam("person") String person) {
    return members(
        id,
        Map.of(),
        members -> members.stream().filter(member -> !member.equals(person)).toList());
  }

  @POST
  @Path("members/{person}/rights")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response give(
      @PathParam("id") String id, @PathParam("person") String person, String body) {
    Map<String, String> fields = Form.of(body).values();
    return page.answer(
        id,
        Refusal.of(
            fields,
            () ->
                grants.give(
                    Principal.Kind.PERSON.wire(),
                    Id.inPath(person),
                    GrantSet.Grant.of(fields.get("right"), id))));
  }

  @POST
  @Path("members/{person}/rights/take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response take(
      @PathParam("id") String id, @PathParam("person") String person, String body) {
    Map<String, String> fields = Form.of(body).values();
    return page.answer(
        id,
        Refusal.of(
            fields,
            () ->
                grants.take(
                    Principal.Kind.PERSON.wire(),
                    Id.inPath(person),
                    GrantSet.Grant.of(fields.get("right"), id))));
  }

  @POST
  @Path("archive")
  @Operation(hidden = true)
  public Response archive(@PathParam("id") String id) {
    return page.answer(id, Archiving.of(() -> archive.archive(id)));
  }

  private Response members(
      String id, Map<String, String> typed, UnaryOperator<List<String>> change) {
    return page.answer(
        id,
        Refusal.of(
            typed,
            () -> {
              Stored team = stored.get(id);
              stored.put(
                  id, team.revision(), team.team().name(), change.apply(team.team().members()));
            }));
  }
}
