package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.directory.DirectoryNames;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Manages escalation policies. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
public class PolicyResource {
  private final Policies policies;
  private final Directory directory;
  private final Event<PolicyChanged> changed;
  private final Caller caller;

  PolicyResource(
      Policies policies, Directory directory, Event<PolicyChanged> changed, Caller caller) {
    this.caller = caller;
    this.policies = policies;
    this.directory = directory;
    this.changed = changed;
  }

  @GET
  @Operation(operationId = "listPolicies", summary = "List escalation policies")
  public Uni<Response> list(
      @BeanParam SliceRequest request,
      @QueryParam("rotation") @Nullable String rotation,
      @Context UriInfo uri) {
    Optional<String> naming = Optional.ofNullable(rotation);
    naming.ifPresent(id -> checkId("rotation", id));
    return policies
        .list(naming, Lists.afterName(request), request.limitPlusOne())
        .map(rows -> page(rows, request).toResponse(uri));
  }

  private static Slice<ObjectNode> page(List<StoredPolicy> rows, SliceRequest request) {
    return Slice.of(rows, request, row -> row.document().path("id").asText())
        .map(StoredPolicy::document);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPolicy", summary = "Get an escalation policy")
  public Uni<Response> get(String id) {
    return policies
        .get(id)
        .map(stored -> RevisionTag.answer(200, stored.document(), stored.version()));
  }

  @PUT
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, PolicyText.YAML})
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "putPolicy", summary = "Create or replace an escalation policy")
  public Uni<Response> put(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Context HttpHeaders headers,
      @Nullable String body) {
    checkId("id", id);
    Principal by = caller.principal();
    PolicyText text = PolicyText.parse(body, headers.getMediaType());
    Definition definition = text.read(tree -> PolicyReader.read(id, tree));
    return directory
        .look(named(definition))
        .invoke(found -> refuse(text.tree(), found.missing()))
        .chain(found -> put(id, definition, text, ifMatch, by, found))
        .onFailure(Problem.class)
        .transform(e -> text.withLines((Problem) e));
  }

  private Uni<Response> put(
      String id,
      Definition definition,
      PolicyText text,
      @Nullable String ifMatch,
      Principal by,
      Directory.Found found) {
    return policies
        .put(id, definition, text.tree(), ifMatch, by)
        .invoke(() -> changed.fire(new PolicyChanged(id)))
        .map(s -> RevisionTag.answer(s.created() ? 201 : 200, s.document(), s.version()))
        .map(answer -> NotChecked.tell(answer, found.notChecked()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "deletePolicy", summary = "Archive an escalation policy")
  public Uni<Void> delete(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return policies.delete(id, ifMatch, caller.principal());
  }

  private static void refuse(JsonNode policy, List<Directory.Named> missing) {
    Unknown unknown = new Unknown(new Violations());
    missing.forEach(one -> unknown.find(policy, fields(one), one.field(), Set.of(one.id())));
    unknown.refuse();
  }

  private static List<Directory.Named> named(Definition definition) {
    List<Directory.Named> named = new ArrayList<>();
    definition.policy().rotations().forEach(id -> named.add(DirectoryNames.rotation(id)));
    definition.policy().people().forEach(id -> named.add(DirectoryNames.person(id)));
    SortedSet<String> teams = definition.policy().teams();
    teams.addAll(definition.defaultFor());
    teams.forEach(id -> named.add(DirectoryNames.team(id)));
    return named;
  }

  private static Set<String> fields(Directory.Named named) {
    return named.field().equals("team") ? Set.of("team", "defaultFor") : Set.of(named.field());
  }

  private static void checkId(String parameter, String id) {
    if (!PolicyReader.ID.matcher(id).matches()) {
      throw Problem.invalid(parameter, "An id matches " + PolicyReader.ID + ".");
    }
  }
}
