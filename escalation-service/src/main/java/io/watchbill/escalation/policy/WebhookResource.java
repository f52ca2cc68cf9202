package io.watchbill.escalation.policy;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.channel.WebhookSecret;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Manages webhooks that steps of policies may name. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@RolesAllowed(Rights.MANAGER)
public class WebhookResource {
  private static final String CHANNEL = "webhook";

  private final WebhookRepository webhooks;
  private final Channels channels;
  private final Caller caller;

  WebhookResource(WebhookRepository webhooks, Channels channels, Caller caller) {
    this.channels = channels;
    this.webhooks = webhooks;
    this.caller = caller;
  }

  @GET
  @WithSession
  @Operation(operationId = "listWebhooks", summary = "List webhooks")
  @APIResponseSchema(WebhookView[].class)
  public Uni<Response> list(@BeanParam SliceRequest request, @Context UriInfo uri) {
    Principal by = caller.principal();
    return webhooks
        .after(Lists.afterName(request), request.limitPlusOne())
        .map(
            rows ->
                Slice.of(rows, request, row -> row.id)
                    .map(row -> view(row, by, null))
                    .toResponse(uri));
  }

  @GET
  @Path("{id}")
  @WithSession
  @Operation(operationId = "getWebhook", summary = "Get a webhook")
  public Uni<Response> get(String id) {
    Principal by = caller.principal();
    return found(id).map(row -> RevisionTag.answer(200, view(row, by, null), row.version));
  }

  @PUT
  @Path("{id}")
  @WithTransaction
  @Operation(operationId = "putWebhook", summary = "Create or replace a webhook")
  public Uni<Response> put(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull(message = "A webhook is expected.") WebhookBody body) {
    if (!PolicyReader.ID.matcher(id).matches()) {
      throw Problem.invalid("id", "The id of a webhook matches " + PolicyReader.ID + ".");
    }
    String address = channels.require(CHANNEL).checkAddress(body.address());
    Optional<String> given = Optional.ofNullable(body.secret()).map(WebhookSecret::checked);
    Principal by = caller.principal();
    return webhooks
        .findById(id)
        .chain(
            row ->
                store(id, row, body.name(), owner(row, body.team(), by), address, given, ifMatch))
        .map(
            stored ->
                RevisionTag.answer(
                    stored.status(),
                    view(stored.row(), by, stored.generatedSecret()),
                    stored.row().version));
  }

  /** Returns the team that it belongs to from now on, if the caller may put it. */
  private static Optional<String> owner(
      @Nullable WebhookEntity row, @Nullable String wanted, Principal by) {
    if (row != null) {
      Caller.demand(by, Rights.MANAGER, Optional.ofNullable(row.team));
    }
    Optional<String> owner =
        Optional.ofNullable(wanted)
            .or(
                () ->
                    row == null
                        ? by.usualOwner(Rights.MANAGER).orElse(Optional.empty())
                        : Optional.ofNullable(row.team));
    Caller.demand(by, Rights.MANAGER, owner);
    return owner;
  }

  private record Stored(WebhookEntity row, int status, @Nullable String generatedSecret) {}

  private Uni<Stored> store(
      String id,
      @Nullable WebhookEntity row,
      @Nullable String name,
      Optional<String> team,
      String address,
      Optional<String> given,
      @Nullable String ifMatch) {
    RevisionTag.check(ifMatch, row == null ? null : RevisionTag.tag(row.version));
    WebhookEntity entity = row == null ? new WebhookEntity() : row;
    Optional<String> generated =
        entity.secret == null && given.isEmpty()
            ? Optional.of(WebhookSecret.generate())
            : Optional.empty();
    entity.id = id;
    entity.name = name == null ? id : name;
    entity.team = team.orElse(null);
    entity.address = address;
    entity.secret = given.or(() -> generated).orElse(entity.secret);
    int status = row == null ? 201 : 200;
    return webhooks
        .persistAndFlush(entity)
        .map(saved -> new Stored(saved, status, generated.orElse(null)));
  }

  @DELETE
  @Path("{id}")
  @WithTransaction
  @Operation(operationId = "deleteWebhook", summary = "Delete a webhook")
  public Uni<Void> delete(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Principal by = caller.principal();
    return found(id)
        .invoke(row -> Caller.demand(by, Rights.MANAGER, Optional.ofNullable(row.team)))
        .invoke(row -> RevisionTag.check(ifMatch, RevisionTag.tag(row.version)))
        .chain(webhooks::delete);
  }

  private Uni<WebhookEntity> found(String id) {
    return webhooks.findById(id).onItem().ifNull().failWith(() -> Problem.notFound("webhook", id));
  }

  private static WebhookView view(
      WebhookEntity row, Principal by, @Nullable String generatedSecret) {
    boolean all = by.mayFor(Rights.MANAGER, Optional.ofNullable(row.team));
    return new WebhookView(row.id, row.name, row.team, all ? row.address : null, generatedSecret);
  }
}
