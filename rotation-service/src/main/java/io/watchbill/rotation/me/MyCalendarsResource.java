package io.watchbill.rotation.me;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.board.SecretPages;
import io.watchbill.rotation.board.SecretPages.Kind;
import io.watchbill.rotation.feed.Feed;
import io.watchbill.rotation.feed.FeedBody;
import io.watchbill.rotation.feed.FeedResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Makes and revokes the calendars of who is signed in. */
@Path("/me/calendars")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class MyCalendarsResource {
  private final FeedResource feeds;
  private final SecretPages secrets;
  private final Caller caller;

  MyCalendarsResource(FeedResource feeds, SecretPages secrets, Caller caller) {
    this.feeds = feeds;
    this.secrets = secrets;
    this.caller = caller;
  }

  /** Makes one with all shifts of the caller, and shows its address once. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response make(String body) {
    Response made =
        feeds.make(Form.of(body).get("once").orElse(null), new FeedBody(null, null, caller.id()));
    Optional<String> address =
        made.getEntity() instanceof Feed feed && feed.url() != null
            ? Optional.of(feed.url().toString())
            : Optional.empty();
    return secrets.show(Kind.CALENDAR, address, "/me");
  }

  @POST
  @Path("{id}/revoke")
  @Operation(hidden = true)
  public Response revoke(@PathParam("id") String id) {
    feeds.revoke(id);
    return Response.seeOther(URI.create("/me")).build();
  }
}
