package io.watchbill.rotation.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.watchbill.kit.access.KeyCheck;
import io.watchbill.kit.access.SameOrigin;
import io.watchbill.kit.access.SessionCookie;
import io.watchbill.kit.access.ThrottledException;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.http.OwnPath;
import io.watchbill.kit.http.SignInRedirect;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.session.SignInForm.Wrong;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The pages at which people sign in: by a key, or by a link. GET changes nothing, since mail
 * scanners follow links; whatever changes something comes from a page of this origin.
 */
@Path(SignInRedirect.SIGN_IN)
@Produces(Pages.HTML)
@PermitAll
@RunOnVirtualThread
public class SignInResource {
  private static final String START = "/";

  private final SignInPages pages;
  private final SignIns signIns;
  private final SignInLinks links;
  private final KeyCheck keys;
  private final Database database;
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;

  SignInResource(
      SignInPages pages,
      SignIns signIns,
      SignInLinks links,
      KeyCheck keys,
      Database database,
      SessionCookie cookie,
      SameOrigin sameOrigin) {
    this.pages = pages;
    this.signIns = signIns;
    this.links = links;
    this.keys = keys;
    this.database = database;
    this.cookie = cookie;
    this.sameOrigin = sameOrigin;
  }

  @GET
  @Operation(hidden = true)
  public Response form(@QueryParam("return") @Nullable String back) {
    return pages.form(200, Wrong.NOTHING, OwnPath.of(back).orElse(START));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response byKey(
      @Context HttpServerRequest request,
      @HeaderParam("User-Agent") @Nullable String userAgent,
      @Nullable String body) {
    sameOrigin.demand(request);
    Form form = Form.of(body == null ? "" : body);
    String key = form.get("key").map(String::strip).orElse("");
    String back = form.get("return").flatMap(OwnPath::of).orElse(START);
    if (key.isEmpty()) {
      return pages.form(422, Wrong.MISSING, back);
    }
    try {
      return keys.holder(key)
          .map(holder -> signIn(holder, browser(request, userAgent), back))
          .orElseGet(() -> pages.form(401, Wrong.INVALID, back));
    } catch (ThrottledException e) {
      return pages.throttled(e.retryAfter(), back);
    }
  }

  private Response signIn(KeyCheck.Holder holder, SignIns.Browser browser, String back) {
    return switch (holder.identity().kind()) {
      case PERSON, AUTOMATION ->
          signedIn(database.inTransaction(tx -> signIns.byKey(tx, holder, browser)), back);
      case INTEGRATION -> pages.form(422, Wrong.INTEGRATION, back);
      case SERVICE -> pages.form(422, Wrong.SERVICE, back);
    };
  }

  @GET
  @Path("/{token}")
  @Operation(hidden = true)
  public Response link(@PathParam("token") String token) {
    Optional<SignInLinks.Shown> shown = links.show(token);
    return shown
        .filter(SignInLinks.Shown::valid)
        .map(link -> pages.link(link.name()))
        .orElseGet(() -> pages.deadLink(shown.isPresent()));
  }

  @POST
  @Path("/{token}")
  @Operation(hidden = true)
  public Response byLink(
      @Context HttpServerRequest request,
      @HeaderParam("User-Agent") @Nullable String userAgent,
      @PathParam("token") String token) {
    sameOrigin.demand(request);
    SignInLinks.Used used = links.use(token, browser(request, userAgent));
    return used.session()
        .map(session -> signedIn(session, START))
        .orElseGet(() -> pages.deadLink(used.known()));
  }

  private SignIns.Browser browser(HttpServerRequest request, @Nullable String userAgent) {
    return new SignIns.Browser(Device.named(userAgent), cookie.in(request));
  }

  private Response signedIn(String session, String back) {
    return Response.seeOther(URI.create(back))
        .header("Set-Cookie", cookie.of(session))
        .header("Cache-Control", "no-store")
        .build();
  }
}
