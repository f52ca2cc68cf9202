package io.watchbill.kit.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers pages and fragments of pages, in the caller's language and with the headers of both. */
@ApplicationScoped
public class Pages {
  /** The media type of pages. */
  public static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Frame frame;

  Pages(Frame frame) {
    this.frame = frame;
  }

  /** Returns a page or a fragment with status 200. */
  public Response html(TemplateInstance template) {
    return html(200, template);
  }

  /** Returns a page or a fragment; nobody but the caller's browser may keep it. */
  public Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .type(HTML)
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .entity(template.setLocale(frame.language()).render())
        .build();
  }
}
