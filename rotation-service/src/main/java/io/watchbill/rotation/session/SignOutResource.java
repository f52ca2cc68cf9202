package io.watchbill.rotation.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.watchbill.kit.access.SameOrigin;
import io.watchbill.kit.access.SessionCookie;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.SignInRedirect;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ends the session of the browser, whether it is still valid or not. */
@Path("/sign-out")
@PermitAll
@RunOnVirtualThread
public class SignOutResource {
  private final SignIns signIns;
  private final Database database;
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;

  SignOutResource(SignIns signIns, Database database, SessionCookie cookie, SameOrigin sameOrigin) {
    this.signIns = signIns;
    this.database = database;
    this.cookie = cookie;
    this.sameOrigin = sameOrigin;
  }

  @POST
  @Operation(hidden = true)
  public Response signOut(@Context HttpServerRequest request) {
    sameOrigin.demand(request);
    cookie.in(request).ifPresent(token -> database.run(tx -> signIns.close(tx, token)));
    return Response.seeOther(URI.create(SignInRedirect.SIGN_IN))
        .header("Set-Cookie", cookie.cleared())
        .header("Cache-Control", "no-store")
        .build();
  }
}
