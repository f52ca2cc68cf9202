package io.watchbill.escalation.acknowledgement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Acknowledges pages through the API, for responders and the person who was paged. */
@Path("/v1/pages/{id}/acknowledge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "acknowledgements")
@RolesAllowed("**")
@RunOnVirtualThread
public class PageAcknowledgeResource {
  private final Database database;
  private final PageRepository pages;
  private final SnapshotRepository snapshots;
  private final HistoryRepository past;
  private final Acknowledgements acknowledgements;
  private final Visibility visibility;
  private final Caller caller;

  PageAcknowledgeResource(
      Database database,
      PageRepository pages,
      SnapshotRepository snapshots,
      HistoryRepository past,
      Acknowledgements acknowledgements,
      Visibility visibility,
      Caller caller) {
    this.database = database;
    this.pages = pages;
    this.snapshots = snapshots;
    this.past = past;
    this.acknowledgements = acknowledgements;
    this.visibility = visibility;
    this.caller = caller;
  }

  @POST
  @Operation(operationId = "acknowledgePage", summary = "Acknowledge a page")
  public AcknowledgementView acknowledge(UUID id) {
    Principal by = caller.principal();
    return database.inTransaction(
        tx -> {
          PageRef page = visible(tx, by, id).orElseThrow(() -> Problem.notFound("page", id));
          past.comeBack(tx, List.of(page.incident()));
          demandRight(tx, by, page);
          return acknowledgements.acknowledge(tx, page, by.id(), Through.API);
        });
  }

  private Optional<PageRef> visible(Tx tx, Principal by, UUID id) {
    return pages.find(tx, id).filter(page -> visibility.allows(tx, by, page.incident()));
  }

  private void demandRight(Tx tx, Principal by, PageRef page) {
    boolean paged = by.kind() == Principal.Kind.PERSON && page.target().isPerson(by.id());
    if (!paged && !by.may(Rights.RESPONDER, team(tx, page))) {
      throw new Problem(
          KitError.FORBIDDEN,
          "Only responders of the team and the person who was paged may acknowledge.");
    }
  }

  private String team(Tx tx, PageRef page) {
    return snapshots.newest(tx, page.incident()).map(stored -> stored.snapshot().team()).orElse("");
  }
}
