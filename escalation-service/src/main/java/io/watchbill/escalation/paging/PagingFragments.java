package io.watchbill.escalation.paging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.delivery.DeliveryLog;
import io.watchbill.escalation.escalation.EscalationLog;
import io.watchbill.escalation.page.PageLog;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The parts of other services' pages that show paging; the browser fetches them. */
@Path("/fragments/escalation")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class PagingFragments {
  private static final int MOST = 200;
  private static final int SHOWN = 3;

  private final Database database;
  private final EscalationLog escalations;
  private final PageLog pageLog;
  private final DeliveryLog deliveries;
  private final OpenPages openPages;
  private final Pages pages;
  private final Caller caller;

  PagingFragments(
      Database database,
      EscalationLog escalations,
      PageLog pageLog,
      DeliveryLog deliveries,
      OpenPages openPages,
      Pages pages,
      Caller caller) {
    this.database = database;
    this.escalations = escalations;
    this.pageLog = pageLog;
    this.deliveries = deliveries;
    this.openPages = openPages;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "paging")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance incident(Paging paging);

    static native TemplateInstance duty(List<OpenPage> openPages, int more);

    static native TemplateInstance mine(List<OpenPage> openPages);
  }

  @GET
  @Path("incidents/{id}")
  @Operation(hidden = true)
  public Response incident(@PathParam("id") UUID id) {
    IncidentSlice slice =
        new IncidentSlice(caller.principal(), Optional.of(id), Optional.empty(), MOST);
    Paging paging =
        database.read(
            tx ->
                Paging.of(
                    escalations.list(tx, slice, false),
                    pageLog.list(tx, slice),
                    deliveries.list(tx, slice, null, null)));
    return pages.html(Templates.incident(paging));
  }

  /** The pages of who is signed in, with whatever rights; what is no person has none. */
  @GET
  @Path("mine")
  @RolesAllowed("**")
  @Operation(hidden = true)
  public Response mine() {
    return pages.html(Templates.mine(open()));
  }

  /** The newest of them in a line, at the top of every page. */
  @GET
  @Path("duty")
  @RolesAllowed("**")
  @Operation(hidden = true)
  public Response duty() {
    List<OpenPage> mine = open();
    int shown = Math.min(mine.size(), SHOWN);
    return pages.html(Templates.duty(mine.subList(0, shown), mine.size() - shown));
  }

  private List<OpenPage> open() {
    Principal principal = caller.principal();
    return principal.kind() == Principal.Kind.PERSON
        ? database.read(tx -> openPages.of(tx, principal))
        : List.of();
  }
}
