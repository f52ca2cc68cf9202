package io.watchbill.incident.testpage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.incident.Actors;
import io.watchbill.incident.incident.IncidentBodies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sends test pages and says what came of them. People send them to themselves, managers to all. */
@Path("/v1/test-pages")
@RolesAllowed("**")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "test pages")
public class TestPageResource {
  /** Owns the test pages of people who have no team; there is no such team. */
  private static final String NO_TEAM = "watchbill";

  private final TestPages tests;
  private final Database database;
  private final IdempotencyKeys idempotency;
  private final Directory directory;
  private final Caller caller;
  private final Actors actors;

  TestPageResource(
      TestPages tests,
      Database database,
      IdempotencyKeys idempotency,
      Directory directory,
      Caller caller,
      Actors actors) {
    this.tests = tests;
    this.database = database;
    this.idempotency = idempotency;
    this.directory = directory;
    this.caller = caller;
    this.actors = actors;
  }

  /** To whom a test page goes. */
  @RegisterForReflection
  @Schema(name = "NewTestPage")
  public record NewTestPage(
      @Pattern(regexp = IncidentBodies.ID, message = IncidentBodies.ID_MESSAGE)
          @Schema(description = "The caller if absent.", examples = "ann")
          @Nullable String person,
      @Pattern(regexp = IncidentBodies.ID, message = IncidentBodies.ID_MESSAGE)
          @Schema(
              description = "Whose incident it is; needed for somebody else's test page.",
              examples = "security")
          @Nullable String team) {}

  /** Test pages of a person, the newest first. */
  @RegisterForReflection
  @Schema(name = "TestPageList")
  public record TestPageList(List<TestPage> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sendTestPage", summary = "Send a test page")
  public Response send(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @Nullable NewTestPage body) {
    NewTestPage asked = Objects.requireNonNullElse(body, new NewTestPage(null, null));
    String person = person(asked.person());
    Principal by = caller.principal();
    String team = team(person, asked.team(), by);
    Directory.Found found =
        directory.lookNow(List.of(new Directory.Named("person", "rotation", "people", person)));
    if (!found.missing().isEmpty()) {
      throw Problem.invalid("/person", "there is no person '" + person + "'");
    }
    Response answer =
        idempotency.once(
            key,
            by.getName(),
            "POST /v1/test-pages",
            asked,
            tx -> {
              TestPage sent = tests.send(tx, person, team, actors.of(by));
              return Answer.created(sent, URI.create("/v1/incidents/" + sent.reference()));
            });
    return NotChecked.tell(answer, found.notChecked());
  }

  @GET
  @Operation(operationId = "listTestPages", summary = "List a person's test pages")
  public TestPageList list(
      @Parameter(description = "The caller if absent.")
          @Pattern(regexp = IncidentBodies.ID, message = IncidentBodies.ID_MESSAGE)
          @QueryParam("person")
          @Nullable String asked) {
    String person = person(asked);
    if (!isCaller(person) && !caller.principal().maySomewhere(Rights.VIEWER)) {
      throw new Problem(KitError.FORBIDDEN, "Only viewers see the test pages of others.");
    }
    return new TestPageList(database.read(tx -> tests.of(tx, person)));
  }

  private String person(@Nullable String asked) {
    if (asked != null) {
      return asked;
    }
    if (caller.principal().kind() != Principal.Kind.PERSON) {
      throw Problem.invalid("/person", "The caller is no person, so one must be named.");
    }
    return caller.id();
  }

  private boolean isCaller(String person) {
    Principal principal = caller.principal();
    return principal.kind() == Principal.Kind.PERSON && principal.id().equals(person);
  }

  private String team(String person, @Nullable String asked, Principal by) {
    if (!isCaller(person)) {
      if (asked == null) {
        throw Problem.invalid("/team", "A team is needed: that of the person.");
      }
      caller.require(Rights.MANAGER, asked);
      return asked;
    }
    if (asked != null) {
      caller.require(Rights.VIEWER, asked);
      return asked;
    }
    return by.grants().stream().flatMap(grant -> grant.team().stream()).findFirst().orElse(NO_TEAM);
  }
}
