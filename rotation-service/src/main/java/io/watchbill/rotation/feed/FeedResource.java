package io.watchbill.rotation.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Guesses;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Uuid;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendar feed endpoints. */
@Path("/v1/feeds")
@RunOnVirtualThread
@Tag(name = "feeds", description = "Shifts in people's own calendars.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FeedResource {
  static final String CALENDAR = "text/calendar;charset=utf-8";

  private final FeedService feeds;
  private final IdempotencyKeys idempotency;
  private final Caller caller;
  private final PublicUrl publicUrl;
  private final Guesses guesses;

  FeedResource(
      FeedService feeds,
      IdempotencyKeys idempotency,
      Caller caller,
      PublicUrl publicUrl,
      Guesses guesses) {
    this.feeds = feeds;
    this.idempotency = idempotency;
    this.caller = caller;
    this.publicUrl = publicUrl;
    this.guesses = guesses;
  }

  @POST
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "makeFeed",
      summary = "Create a calendar feed of a rotation, a role or a person")
  public Response make(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull(message = "a body is required") FeedBody body) {
    return idempotency.once(
        key,
        caller.name(),
        "POST /v1/feeds",
        body,
        tx -> {
          String token = FeedToken.generate();
          Feed feed = feeds.make(tx, body, token);
          URI address = URI.create(publicUrl.to("/v1/feeds/" + token + "/shifts.ics"));
          return Answer.created(feed.at(address), URI.create("/v1/feeds/" + feed.id()))
              .storing(feed);
        });
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listFeeds", summary = "List calendar feeds")
  public Response list(@BeanParam SliceRequest page, @Context UriInfo uri) {
    return feeds.list(page).toResponse(uri);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "revokeFeed", summary = "Revoke a calendar feed")
  public Response revoke(@PathParam("id") String id) {
    feeds.revoke(Uuid.inPath("feed", id));
    return Response.noContent().build();
  }

  @GET
  @Heavy
  @Path("/{token}/shifts.ics")
  @PermitAll
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "readFeed", summary = "Read a calendar feed")
  public Response read(
      @PathParam("token") String token,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    FeedFiles.Tagged file =
        guesses
            .looked("feed " + FeedToken.fingerprint(token), () -> feeds.read(token, ifNoneMatch))
            .orElseThrow(() -> Problem.notFound("feed", "…"));
    return file.text()
        .map(text -> Response.ok(text, CALENDAR))
        .orElseGet(Response::notModified)
        .tag(RevisionTag.etag(file.tag()))
        .header("Cache-Control", "private, max-age=300")
        .build();
  }
}
