package io.watchbill.kit.page.parked;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.event.ParkedEvent;
import io.watchbill.kit.event.ParkedEventsApi;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Events of a service that their receivers could not read: an admin sends them again or drops them.
 * The page stands at {@code /parked-events/<service>}, since one host may serve all services.
 */
public abstract class ParkedPage {
  private static final String PATH = "/parked-events/";

  private final String service;
  private final ParkedEventsApi events;
  private final Pages pages;

  /** Creates the page of a service: {@code incident}, say. */
  protected ParkedPage(String service, ParkedEventsApi events, Pages pages) {
    this.service = service;
    this.events = events;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "parked")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance parked(
        String service, List<String> services, List<ParkedEvent> events, String next);
  }

  @GET
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response show(@BeanParam SliceRequest request) {
    Slice<ParkedEvent> slice = events.slice(request);
    return pages.html(
        Templates.parked(
            service,
            List.of("incident", "rotation", "escalation"),
            slice.items(),
            slice.next().orElse("")));
  }

  @POST
  @Path("{id}/retry")
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response retry(@PathParam("id") UUID id) {
    events.retry(id);
    return back();
  }

  @POST
  @Path("{id}/drop")
  @RolesAllowed(Rights.ADMIN)
  @Operation(hidden = true)
  public Response drop(@PathParam("id") UUID id) {
    events.drop(id);
    return back();
  }

  private Response back() {
    return Response.seeOther(URI.create(PATH + service)).build();
  }
}
