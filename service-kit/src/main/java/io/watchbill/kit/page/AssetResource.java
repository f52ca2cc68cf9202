package io.watchbill.kit.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Serves style, scripts and pictures, to be cached for a year: a change has another name. */
@Path("/assets/{service}/{file}")
@PermitAll
public class AssetResource {
  private final Assets assets;

  AssetResource(Assets assets) {
    this.assets = assets;
  }

  @GET
  @Operation(hidden = true)
  public Response get(
      @PathParam("file") String file, @HeaderParam("Accept-Encoding") @Nullable String accepted) {
    Asset asset = assets.find(file).orElseThrow(NotFoundException::new);
    boolean packed = accepted != null && accepted.contains("gzip");
    Response.ResponseBuilder answer =
        Response.ok(packed ? asset.gzip() : asset.content(), asset.type())
            .header("Cache-Control", "public, max-age=31536000, immutable")
            .header("Vary", "Accept-Encoding")
            .header("X-Content-Type-Options", "nosniff");
    return (packed ? answer.header("Content-Encoding", "gzip") : answer).build();
  }
}
