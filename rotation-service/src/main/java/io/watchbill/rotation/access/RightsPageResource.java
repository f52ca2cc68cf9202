package io.watchbill.rotation.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.grant.GrantService;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page on which admins list, give and take rights. */
@Path("/keys/rights")
@Produces(Pages.HTML)
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class RightsPageResource {
  private static final int MOST_TEAMS = 1_000;

  private final GrantService grants;
  private final KnownTeams teams;
  private final Database database;
  private final Pages pages;

  RightsPageResource(GrantService grants, KnownTeams teams, Database database, Pages pages) {
    this.grants = grants;
    this.teams = teams;
    this.database = database;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "access")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance rights(RightsPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response list(@BeanParam SliceRequest page) {
    return show(page, Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response give(String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        Refusal.of(
            fields, () -> grants.give(kind(fields), Id.inPath(principal(fields)), right(fields))));
  }

  @POST
  @Path("take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response take(String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        Refusal.of(
            fields, () -> grants.take(kind(fields), Id.inPath(principal(fields)), right(fields))));
  }

  private Response answer(Optional<Refusal> refusal) {
    return refusal.isPresent()
        ? show(new SliceRequest(), refusal)
        : Response.seeOther(URI.create("/keys/rights")).build();
  }

  private Response show(SliceRequest page, Optional<Refusal> refusal) {
    RightsPage shown =
        new RightsPage(
            grants.list(page),
            database.read(tx -> teams.present(tx, MOST_TEAMS)),
            Rights.grantable(),
            FilledForm.empty(refusal));
    return pages.html(refusal.map(Refusal::status).orElse(200), Templates.rights(shown));
  }

  private static String kind(Map<String, String> fields) {
    return fields.getOrDefault("kind", "");
  }

  private static String principal(Map<String, String> fields) {
    return fields.getOrDefault("principal", "").strip();
  }

  private static GrantSet.Grant right(Map<String, String> fields) {
    return GrantSet.Grant.of(fields.get("right"), fields.get("team"));
  }
}
