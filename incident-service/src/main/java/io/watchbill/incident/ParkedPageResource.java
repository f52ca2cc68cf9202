package io.watchbill.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.parked.ParkedPage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The page of events of this service that their receivers could not read. */
@Path("/parked-events/incident")
@Produces(Pages.HTML)
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class ParkedPageResource extends ParkedPage {
  ParkedPageResource(ParkedEventsResource events, Pages pages) {
    super("incident", events, pages);
  }
}
