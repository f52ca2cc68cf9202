package io.watchbill.kit.http;

import io.watchbill.kit.access.PublicOrigin;
import io.watchbill.kit.access.SessionCookie;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Sends who asks for a page without being signed in to the page where they can, and back again. */
@Singleton
public class SignInRedirect {
  /** The page at which people sign in. */
  public static final String SIGN_IN = "/sign-in";

  private static final String START = "/";
  private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final PublicUrl publicUrl;
  private final PublicOrigin origin;
  private final SessionCookie cookie;

  SignInRedirect(PublicUrl publicUrl, PublicOrigin origin, SessionCookie cookie) {
    this.publicUrl = publicUrl;
    this.origin = origin;
    this.cookie = cookie;
  }

  /**
   * Returns the answer to a request for a page by somebody who is not signed in; empty for others.
   * A cookie that opens nothing is taken away.
   */
  public Optional<Response> of(ContainerRequestContext request) {
    if (!PageRequests.isPage(request)) {
      return Optional.empty();
    }
    String back = SAFE.contains(request.getMethod()) ? asked(request) : referrer(request);
    String address =
        SIGN_IN
            + (back.equals(START)
                ? ""
                : "?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    Response.ResponseBuilder redirect =
        Response.seeOther(URI.create(address)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getCookies().containsKey(cookie.name())) {
      redirect.header(HttpHeaders.SET_COOKIE, cookie.cleared());
    }
    return Optional.of(redirect.build());
  }

  private static String asked(ContainerRequestContext request) {
    return own(request.getUriInfo().getRequestUri()).orElse(START);
  }

  /** The page whose form was sent: what it had sent cannot be sent again by a redirect. */
  private String referrer(ContainerRequestContext request) {
    String referrer = request.getHeaderString("Referer");
    String prefix = origin.text() + publicUrl.reference("/");
    return referrer != null && referrer.startsWith(prefix)
        ? OwnPath.of("/" + referrer.substring(prefix.length())).orElse(START)
        : START;
  }

  private static Optional<String> own(URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return OwnPath.of(uri.getRawPath() + query);
  }
}
