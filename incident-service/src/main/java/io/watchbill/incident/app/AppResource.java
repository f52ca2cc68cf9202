package io.watchbill.incident.app;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.page.Assets;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves what makes the pages an app on a phone. It tells nothing of anybody. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class AppResource {
  private final Assets assets;
  private final Frame frame;
  private final Pages pages;
  private final Json json;
  private final String serviceWorker;

  AppResource(Assets assets, Frame frame, Pages pages, Json json) {
    this.assets = assets;
    this.frame = frame;
    this.pages = pages;
    this.json = json;
    this.serviceWorker = serviceWorker(assets);
  }

  @CheckedTemplate(basePath = "app")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance offline();
  }

  @GET
  @Path("manifest.webmanifest")
  @Produces("application/manifest+json")
  @Operation(hidden = true)
  public Response manifest() {
    return Response.ok(json.write(Manifest.of(frame, assets)))
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }

  /** Browsers ask for it anew to see whether there is a newer one. */
  @GET
  @Path("service-worker.js")
  @Produces("text/javascript;charset=utf-8")
  @Operation(hidden = true)
  public Response serviceWorker() {
    return Response.ok(serviceWorker)
        .header("Cache-Control", "no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Shown by the service worker when there is no connection. */
  @GET
  @Path("offline")
  @Produces(Pages.HTML)
  @Operation(hidden = true)
  public Response offline() {
    return pages.html(Templates.offline());
  }

  private static String serviceWorker(Assets assets) {
    String shell =
        Stream.of("watchbill.css", "watchbill.js", "htmx.min.js", "icon.svg")
            .map(name -> "'" + assets.path(name) + "'")
            .collect(Collectors.joining(", "));
    return script()
        .replace("VERSION", Integer.toHexString(shell.hashCode()))
        .replace("...ASSETS", shell);
  }

  private static String script() {
    try (InputStream stream = AppResource.class.getResourceAsStream("/assets/service-worker.js")) {
      if (stream == null) {
        throw new IllegalStateException("there is no service worker");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
