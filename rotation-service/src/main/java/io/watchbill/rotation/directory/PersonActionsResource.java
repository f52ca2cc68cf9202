package io.watchbill.rotation.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.archive.PersonArchiveResource;
import io.watchbill.rotation.board.SecretPages;
import io.watchbill.rotation.board.SecretPages.Kind;
import io.watchbill.rotation.grant.GrantService;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.session.SignInLink;
import io.watchbill.rotation.session.SignInLinkRequest;
import io.watchbill.rotation.session.SignInLinkResource;
import io.watchbill.rotation.team.ConsentResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is done with a person on their page. */
@Path("/people/{id}")
@Produces(Pages.HTML)
@RunOnVirtualThread
public class PersonActionsResource {
  private final PeoplePageResource page;
  private final PersonArchiveResource archive;
  private final SignInLinkResource links;
  private final ConsentResource consents;
  private final GrantService grants;
  private final SecretPages secrets;

  PersonActionsResource(
      PeoplePageResource page,
      PersonArchiveResource archive,
      SignInLinkResource links,
      ConsentResource consents,
      GrantService grants,
      SecretPages secrets) {
    this.page = page;
    this.archive = archive;
    this.links = links;
    this.consents = consents;
    this.grants = grants;
    this.secrets = secrets;
  }

  @POST
  @Path("archive")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(hidden = true)
  public Response archive(@PathParam("id") String id) {
    return answer(id, Archiving.of(() -> archive.archive(id)));
  }

  /** Makes a link that signs the person in, and shows it once. */
  @POST
  @Path("sign-in-link")
  @RolesAllowed("**")
  @Operation(hidden = true)
  public Response link(@PathParam("id") String id) {
    Response made = links.make(null, new SignInLinkRequest(Id.inPath(id)));
    Optional<String> url =
        made.getEntity() instanceof SignInLink link
            ? Optional.ofNullable(link.url()).map(URI::toString)
            : Optional.empty();
    return secrets.show(Kind.LINK, url, "/people/" + id);
  }

  /** Lets a team make the person a member. */
  @POST
  @Path("teams")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("**")
  @Operation(hidden = true)
  public Response agree(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        id, Refusal.of(fields, () -> consents.agree(id, fields.getOrDefault("agreed", ""))));
  }

  @POST
  @Path("teams/{team}/withdraw")
  @RolesAllowed("**")
  @Operation(hidden = true)
  public Response withdraw(@PathParam("id") String id, @PathParam("team") String team) {
    return answer(id, Refusal.of(Map.of(), () -> consents.withdraw(id, team)));
  }

  @POST
  @Path("rights")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response give(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        id,
        Refusal.of(
            fields,
            () ->
                grants.give(
                    Principal.Kind.PERSON.wire(),
                    Id.inPath(id),
                    GrantSet.Grant.of(fields.get("right"), fields.get("team")))));
  }

  @POST
  @Path("rights/take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response take(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        id,
        Refusal.of(
            fields,
            () ->
                grants.take(
                    Principal.Kind.PERSON.wire(),
                    Id.inPath(id),
                    GrantSet.Grant.of(fields.get("right"), fields.get("team")))));
  }

  private Response answer(String id, Optional<Refusal> refusal) {
    return refusal.isPresent() ? page.show(Id.inPath(id), refusal) : page.to(id);
  }
}
