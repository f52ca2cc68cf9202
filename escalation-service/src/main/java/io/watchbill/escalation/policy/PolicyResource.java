package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.Lists;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.Optional;
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
  private final PolicyEntry entry;
  private final Caller caller;

  PolicyResource(Policies policies, PolicyEntry entry, Caller caller) {
    this.policies = policies;
    this.entry = entry;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listPolicies", summary = "List escalation policies")
  public Uni<Response> list(
      @BeanParam SliceRequest request,
      @QueryParam("rotation") @Nullable String rotation,
      @Context UriInfo uri) {
    Optional<String> naming = Optional.ofNullable(rotation);
    naming.ifPresent(id -> PolicyEntry.checkId("rotation", id));
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
    PolicyText text = PolicyText.parse(body, headers.getMediaType());
    return entry
        .put(id, text, new Expected(ifMatch, false), caller.principal())
        .map(
            put ->
                NotChecked.tell(
                    RevisionTag.answer(
                        put.stored().created() ? 201 : 200,
                        put.stored().document(),
                        put.stored().version()),
                    put.notChecked()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "deletePolicy", summary = "Archive an escalation policy")
  public Uni<Void> delete(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return policies.delete(id, ifMatch, caller.principal());
  }
}
