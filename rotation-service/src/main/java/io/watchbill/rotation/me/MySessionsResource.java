package io.watchbill.rotation.me;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.session.Session;
import io.watchbill.rotation.session.SessionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ends sessions of who is signed in. */
@Path("/me/sessions")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class MySessionsResource {
  private final SessionService sessions;
  private final Caller caller;

  MySessionsResource(SessionService sessions, Caller caller) {
    this.sessions = sessions;
    this.caller = caller;
  }

  @POST
  @Path("{id}/end")
  @Operation(hidden = true)
  public Response end(@PathParam("id") String id) {
    sessions.end(Uuid.inPath("session", id));
    return back();
  }

  /** Ends all sessions but the one by which the caller came. */
  @POST
  @Path("end-others")
  @Operation(hidden = true)
  public Response endOthers() {
    sessions.list(new SliceRequest(), null).items().stream()
        .map(Session::id)
        .filter(id -> caller.session().filter(id::equals).isEmpty())
        .forEach(sessions::end);
    return back();
  }

  private Response back() {
    return Response.seeOther(URI.create("/me")).build();
  }
}
