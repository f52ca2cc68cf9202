package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.directory.Names;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Manages escalation policies. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
public class PolicyResource {
  static final String EXAMPLE =
      """
      {"name": "Security", "team": "security", "defaultFor": ["security"], "fallback": true, "repeat": {"times": 1}, "steps": [
        {"name": "primary", "notify": [{"rotation": "security", "role": "primary"}]},
        {"name": "secondary, when the SLA is missed", "after": {"sla": "acknowledge"},
         "notify": [{"rotation": "security", "role": "secondary"}]},
        {"name": "lead, if a P1 is still open after an hour", "when": {"severity": ["P1"]},
         "after": "PT1H", "while": "open", "notify": [{"rotation": "security", "role": "lead"}],
         "repeat": {"every": "PT30M", "times": 3}},
        {"name": "legal", "branch": "legal", "when": {"tags": ["data-breach"]},
         "notify": [{"rotation": "company", "role": "legal"}]}]}
      """;

  static final String YAML_EXAMPLE =
      """
      name: Security
      defaultFor: [security]
      zone: Europe/Berlin
      steps:
      - name: primary
        notify: [{rotation: security, role: primary}]
        repeat: {every: PT5M, times: 2}
      - name: next shift, when the SLA is missed
        after: {sla: acknowledge}
        notify: [{rotation: security, role: primary, shift: next}]
        ifNobody: {fallback: {team: security}}
      - name: two people acknowledge a P0
        when: {severity: [P0]}
        notify: [{rotation: security, role: lead}, {commander: true}]
        acknowledgements: 2
      - name: manager, within working hours
        when: {severity: [P1], workingTime: {of: responder, is: inside}}
        after: {business: PT4H, rotation: security}
        while: open
        notify: [{person: erin}]
      - name: still open after a month
        after: P1M
        while: open
        notify: [{channel: chat}]
      """;

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
  @Operation(
      operationId = "listPolicies",
      summary = "List escalation policies",
      description =
          "All policies as they were put, or those with a step that names a rotation, in the order of their ids.")
  @APIResponse(
      responseCode = "200",
      description = "A slice; the next one is in the header Link",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(name = "security", value = "{\"items\": [" + EXAMPLE + "]}")))
  @APIResponse(responseCode = "400", description = "Not the id of a rotation")
  public Uni<Response> list(
      @BeanParam SliceRequest request,
      @Parameter(
              description =
                  "Only policies with a step that names this rotation, to notify somebody of it or for its working time. Naming its team does not count.",
              example = "security")
          @QueryParam("rotation")
          String rotation,
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
  @Operation(
      operationId = "getPolicy",
      summary = "Get an escalation policy",
      description = "The policy as it was put. The ETag is its version.")
  @APIResponse(
      responseCode = "200",
      description = "The policy, with its version as ETag",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "security", value = EXAMPLE)))
  public Uni<Response> get(String id) {
    return policies
        .get(id)
        .map(stored -> RevisionTag.answer(200, stored.document(), stored.version()));
  }

  @PUT
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, PolicyText.YAML})
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "putPolicy",
      summary = "Create or replace an escalation policy",
      description =
          "As JSON or YAML (application/yaml), at most 1 MiB; violations in YAML also name the line. Running escalations keep the policy that they started with. A team has one default policy, and one policy is the fallback. The policy belongs to the team in 'team'; without it the owner stays the same, and a new policy belongs to the only team whose default it is, else to the admins. Needs the right manager of that team, before and after, and of teams whose default it becomes; the fallback needs admin. Names that could not be checked, because the rotation-service did not answer, are in the header Watchbill-Not-Checked.")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "security", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "security", value = EXAMPLE)))
  @APIResponse(
      responseCode = "400",
      description = "The violations by JSON pointer, also unknown rotations, people and teams")
  @APIResponse(
      responseCode = "409",
      description = "A team has another default policy, or another policy is the fallback")
  @APIResponse(responseCode = "412", description = "Changed meanwhile")
  public Uni<Response> put(
      String id,
      @HeaderParam("If-Match") String ifMatch,
      @Context HttpHeaders headers,
      @RequestBody(
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.OBJECT),
                    examples = @ExampleObject(name = "security", value = EXAMPLE)),
                @Content(
                    mediaType = PolicyText.YAML,
                    schema = @Schema(type = SchemaType.OBJECT),
                    examples = @ExampleObject(name = "security", value = YAML_EXAMPLE))
              })
          String body) {
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
      String ifMatch,
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
  @Operation(
      operationId = "deletePolicy",
      summary = "Archive an escalation policy",
      description =
          "Running escalations go on. The fallback policy cannot be deleted. Needs the right manager of the team that it belongs to.")
  @APIResponse(responseCode = "204", description = "Archived")
  public Uni<Void> delete(String id, @HeaderParam("If-Match") String ifMatch) {
    return policies.delete(id, ifMatch, caller.principal());
  }

  private static void refuse(JsonNode policy, List<Directory.Named> missing) {
    Unknown unknown = new Unknown(new Violations());
    missing.forEach(one -> unknown.find(policy, fields(one), one.field(), Set.of(one.id())));
    unknown.refuse();
  }

  private static List<Directory.Named> named(Definition definition) {
    List<Directory.Named> named = new ArrayList<>();
    definition.policy().rotations().forEach(id -> named.add(Names.rotation(id)));
    definition.policy().people().forEach(id -> named.add(Names.person(id)));
    SortedSet<String> teams = definition.policy().teams();
    teams.addAll(definition.defaultFor());
    teams.forEach(id -> named.add(Names.team(id)));
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
