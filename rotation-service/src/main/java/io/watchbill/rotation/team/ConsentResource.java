package io.watchbill.rotation.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Items;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoints by which people consent to be members of teams that they do not belong to. */
@Path("/v1/people/{person}/teams")
@RunOnVirtualThread
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
  private final Database database;
  private final ConsentRepository consents;
  private final KnownPeople people;
  private final KnownTeams teams;
  private final Acting acting;
  private final Caller caller;

  ConsentResource(
      Database database,
      ConsentRepository consents,
      KnownPeople people,
      KnownTeams teams,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.consents = consents;
    this.people = people;
    this.teams = teams;
    this.acting = acting;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "listMembershipConsents",
      summary = "List the teams that a person consents to be a member of")
  public Items<Consent> list(@PathParam("person") String person) {
    Id.inPath(person);
    return new Items<>(
        database.read(
            tx -> {
              checkKnown(tx, person);
              return consents.of(tx, person);
            }));
  }

  @PUT
  @Path("/{team}")
  @RolesAllowed("**")
  @Operation(operationId = "agreeToMembership", summary = "Consent to be a member of a team")
  public Response agree(@PathParam("person") String person, @PathParam("team") String team) {
    return change(
        person,
        tx -> {
          if (!teams.knows(tx, team)) {
            throw Problem.notFound("team", team);
          }
          consents.add(tx, person, Id.inPath(team), caller.name());
        });
  }

  @DELETE
  @Path("/{team}")
  @RolesAllowed("**")
  @Operation(
      operationId = "withdrawMembershipConsent",
      summary = "Withdraw the consent to be a member of a team")
  public Response withdraw(@PathParam("person") String person, @PathParam("team") String team) {
    return change(person, tx -> consents.remove(tx, person, Id.inPath(team)));
  }

  private Response change(String person, Consumer<Tx> change) {
    Id.inPath(person);
    database.run(
        tx -> {
          checkKnown(tx, person);
          acting.demandFor(tx, person);
          change.accept(tx);
        });
    return Response.noContent().build();
  }

  private void checkKnown(Tx tx, String person) {
    if (!people.unknown(tx, Set.of(person)).isEmpty()) {
      throw Problem.notFound("person", person);
    }
  }
}
