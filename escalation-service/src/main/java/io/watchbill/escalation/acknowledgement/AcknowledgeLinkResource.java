package io.watchbill.escalation.acknowledgement;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.page.LinkSettings;
import io.watchbill.escalation.page.PageLinks;
import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import io.watchbill.kit.access.Guesses;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.page.Pages;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Serves the link in a page. GET only shows the incident, since mail scanners follow links; POST
 * acknowledges. The signed token in the path is the authorization.
 */
@Path("/acknowledge/{token}")
@Produces(Pages.HTML)
@Tag(name = "acknowledgements")
@PermitAll
@RunOnVirtualThread
public class AcknowledgeLinkResource {
  private final PageLinks links;
  private final Database database;
  private final PageRepository pages;
  private final SnapshotRepository snapshots;
  private final Acknowledgements acknowledgements;
  private final LinkSettings settings;
  private final Guesses guesses;
  private final Pages html;
  private final Template template;

  AcknowledgeLinkResource(
      PageLinks links,
      Database database,
      PageRepository pages,
      SnapshotRepository snapshots,
      Acknowledgements acknowledgements,
      LinkSettings settings,
      Guesses guesses,
      Pages html,
      @Location("acknowledge") Template template) {
    this.links = links;
    this.database = database;
    this.pages = pages;
    this.snapshots = snapshots;
    this.acknowledgements = acknowledgements;
    this.settings = settings;
    this.guesses = guesses;
    this.html = html;
    this.template = template;
  }

  @GET
  @Operation(operationId = "showAcknowledgeLink", summary = "Show what the link would acknowledge")
  public Response show(String token) {
    return answer(token, acknowledgements::of);
  }

  @POST
  @Operation(operationId = "acknowledgeByLink", summary = "Acknowledge a page by its link")
  public Response acknowledge(String token) {
    return answer(
        token,
        (tx, page) ->
            isResolved(tx, page)
                ? acknowledgements.of(tx, page)
                : Optional.of(acknowledgements.acknowledge(tx, page, who(page), Through.LINK)));
  }

  private Response answer(
      String token, BiFunction<Tx, PageRef, Optional<AcknowledgementView>> acknowledgement) {
    Optional<PageLinks.Linked> linked = guesses.counted(links.page(token));
    Answer answer =
        database.inTransaction(
            tx ->
                linked
                    .map(link -> answer(tx, link, acknowledgement))
                    .orElseGet(() -> new Answer(404, nothing(null, false))));
    return html(answer.status(), answer.page());
  }

  /** A page that we signed and do not know any more was lost with the database's last hours. */
  private Answer answer(
      Tx tx,
      PageLinks.Linked link,
      BiFunction<Tx, PageRef, Optional<AcknowledgementView>> acknowledgement) {
    Optional<PageRef> page =
        link.incident() == null
            ? pages.find(tx, link.page())
            : pages.find(tx, link.incident(), link.page());
    return page.filter(found -> !pages.isOfArchived(tx, found))
        .map(found -> answer(tx, found, acknowledgement))
        .orElseGet(() -> new Answer(404, nothing(null, page.isEmpty())));
  }

  private Answer answer(
      Tx tx, PageRef page, BiFunction<Tx, PageRef, Optional<AcknowledgementView>> acknowledgement) {
    Instant until = page.createdAt().plus(settings.validFor());
    if (!tx.now().isBefore(until)) {
      return new Answer(410, nothing(until, false));
    }
    Optional<AcknowledgementView> found = acknowledgement.apply(tx, page);
    IncidentSnapshot snapshot = snapshot(tx, page);
    return new Answer(
        200,
        template
            .data("incident", snapshot)
            .data("page", page)
            .data("until", until.truncatedTo(ChronoUnit.MINUTES))
            .data("forgotten", false)
            .data("newer", snapshot.round() > page.round())
            .data("acknowledgement", found.orElse(null)));
  }

  /** Returns whether there is nothing left to acknowledge. */
  private boolean isResolved(Tx tx, PageRef page) {
    return snapshots
        .newest(tx, page.incident())
        .map(StoredSnapshot::snapshot)
        .filter(IncidentSnapshot::isResolved)
        .isPresent();
  }

  private IncidentSnapshot snapshot(Tx tx, PageRef page) {
    return snapshots.newest(tx, page.incident()).map(StoredSnapshot::snapshot).orElseThrow();
  }

  private TemplateInstance nothing(@Nullable Instant expired, boolean forgotten) {
    return template
        .data("incident", null, "acknowledgement", null, "until", expired)
        .data("forgotten", forgotten);
  }

  private record Answer(int status, TemplateInstance page) {}

  /** The address is a secret: it is told to nobody. */
  private Response html(int status, TemplateInstance page) {
    Response answer = html.html(status, page);
    answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    return answer;
  }

  /** Returns the page's target: the holder of the link acts as it. */
  private static String who(PageRef page) {
    return page.target().text();
  }
}
