package io.watchbill.rotation.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finds people, teams and schedules by a part of their ids or names, for the search page. */
@Path("/fragments/rotation/search")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class SearchFragment {
  private static final int LONGEST = 200;
  private static final int MOST = 20;

  private final Database database;
  private final KnownPeople people;
  private final KnownTeams teams;
  private final RotationRepository rotations;
  private final Pages pages;

  SearchFragment(
      Database database,
      KnownPeople people,
      KnownTeams teams,
      RotationRepository rotations,
      Pages pages) {
    this.database = database;
    this.people = people;
    this.teams = teams;
    this.rotations = rotations;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "directory")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance found(Found found);
  }

  @GET
  @Heavy
  @Operation(hidden = true)
  public Response search(@QueryParam("q") @DefaultValue("") String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST) {
      throw Problem.invalid("/q", "has at most " + LONGEST + " characters");
    }
    return pages.html(Templates.found(text.isEmpty() ? nothing() : find(text)));
  }

  private static Found nothing() {
    return new Found(Map.of(), Map.of(), Map.of());
  }

  private Found find(String text) {
    return database.read(
        tx ->
            new Found(
                people.named(tx, text, MOST),
                teams.named(tx, text, MOST),
                rotations.named(tx, text, MOST)));
  }
}
