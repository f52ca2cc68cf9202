package io.watchbill.escalation.acknowledgement;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.page.PageLinks;
import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.PictureRepository;
import io.watchbill.escalation.picture.StoredPicture;
import io.watchbill.kit.database.Database;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The link in a page. GET only shows (mail scanners follow links), POST acknowledges. The signed
 * token in the path is the right to do so.
 */
@Path("/acknowledge/{token}")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Tag(name = "acknowledgements")
@PermitAll
@RunOnVirtualThread
public class AcknowledgeLinkResource {
  private final PageLinks links;
  private final Database database;
  private final PageRepository pages;
  private final PictureRepository pictures;
  private final Acknowledgements acknowledgements;
  private final Template template;

  AcknowledgeLinkResource(
      PageLinks links,
      Database database,
      PageRepository pages,
      PictureRepository pictures,
      Acknowledgements acknowledgements,
      @Location("acknowledge") Template template) {
    this.links = links;
    this.database = database;
    this.pages = pages;
    this.pictures = pictures;
    this.acknowledgements = acknowledgements;
    this.template = template;
  }

  @GET
  @Operation(
      operationId = "showAcknowledgeLink",
      summary = "Shows what the link would acknowledge; changes nothing",
      description =
          "A page for a browser: programs that look at links ahead of people acknowledge nothing.")
  public Response show(String token) {
    return answer(token, page -> acknowledgements.of(page));
  }

  @POST
  @Operation(
      operationId = "acknowledgeByLink",
      summary = "Acknowledges the page of the link",
      description = "Doing so again, or after somebody else, says who had acknowledged.")
  public Response acknowledge(String token) {
    return answer(
        token, page -> Optional.of(acknowledgements.acknowledge(page, who(page), "link")));
  }

  private Response answer(
      String token, Function<PageRef, Optional<AcknowledgementView>> acknowledgement) {
    Optional<PageRef> page =
        links.page(token).flatMap(id -> database.read(tx -> pages.find(tx, id)));
    if (page.isEmpty()) {
      return html(404, template.data("incident", null, "acknowledgement", null));
    }
    Optional<AcknowledgementView> found = acknowledgement.apply(page.get());
    IncidentPicture picture =
        database
            .read(tx -> pictures.newest(tx, page.get().incident()))
            .map(StoredPicture::picture)
            .orElseThrow();
    return html(
        200,
        template
            .data("incident", picture)
            .data("page", page.get())
            .data("newer", picture.round() > page.get().round())
            .data("acknowledgement", found.orElse(null)));
  }

  private static Response html(int status, TemplateInstance page) {
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .entity(page.render())
        .build();
  }

  /** Whoever holds the link of a page stands for its target. */
  private static String who(PageRef page) {
    return page.target();
  }
}
