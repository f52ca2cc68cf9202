package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Manages the contact that is paged when nobody else was. */
@Path("/v1/last-resort")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed(Rights.ADMIN)
public class LastResortResource {
  private static final String ID = "last-resort";

  private final LastResortRepository lastResort;
  private final Channels channels;

  LastResortResource(LastResortRepository lastResort, Channels channels) {
    this.channels = channels;
    this.lastResort = lastResort;
  }

  @GET
  @WithSession
  @Operation(operationId = "getLastResort", summary = "Get the last-resort contact")
  public Uni<Response> get() {
    return lastResort
        .findById(true)
        .onItem()
        .ifNull()
        .failWith(() -> new Problem(KitError.NOT_FOUND, "No last-resort contact is set."))
        .map(row -> RevisionTag.answer(200, view(row, null), row.version));
  }

  @PUT
  @WithTransaction
  @Operation(operationId = "putLastResort", summary = "Set the last-resort contact")
  public Uni<Response> put(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ContactBody body) {
    if (body == null) {
      throw Problem.invalid("", "A contact is expected.");
    }
    Channel channel = channels.require(body.kind());
    String address = channel.checkAddress(body.address());
    Optional<String> given = Secrets.given(channel, body.secret());
    return lastResort.findById(true).chain(row -> store(row, channel, address, given, ifMatch));
  }

  private Uni<Response> store(
      @Nullable LastResortEntity row,
      Channel channel,
      String address,
      Optional<String> given,
      @Nullable String ifMatch) {
    RevisionTag.check(ifMatch, row == null ? null : RevisionTag.tag(row.version));
    LastResortEntity entity = row == null ? new LastResortEntity() : row;
    Optional<String> generated = Secrets.generated(channel, given, entity.secret);
    entity.onlyOne = true;
    entity.kind = channel.kind();
    entity.address = address;
    entity.secret = given.or(() -> generated).orElse(entity.secret);
    int status = row == null ? 201 : 200;
    return lastResort
        .persistAndFlush(entity)
        .map(
            saved ->
                RevisionTag.answer(status, view(saved, generated.orElse(null)), saved.version));
  }

  private static ContactView view(LastResortEntity row, @Nullable String generatedSecret) {
    return new ContactView(ID, row.kind, row.address, null, generatedSecret);
  }
}
