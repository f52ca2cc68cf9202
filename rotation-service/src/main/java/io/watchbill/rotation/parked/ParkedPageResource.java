package io.watchbill.rotation.parked;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.event.ParkedEvent;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.ParkedEventsResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Events of this service that their receivers could not read: an admin retries or drops them. */
@Path("/parked-events/rotation")
@Produces(Pages.HTML)
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
public class ParkedPageResource {
  private static final String PATH = "/parked-events/rotation";

  private final ParkedEventsResource events;
  private final Pages pages;

  ParkedPageResource(ParkedEventsResource events, Pages pages) {
    this.events = events;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "parked")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance parked(List<ParkedEvent> events, String next);
  }

  @GET
  @Operation(hidden = true)
  public Response show(@BeanParam SliceRequest request) {
    Slice<ParkedEvent> slice = events.slice(request);
    return pages.html(Templates.parked(slice.items(), slice.next().orElse("")));
  }

  @POST
  @Path("{id}/retry")
  @Operation(hidden = true)
  public Response retry(@PathParam("id") UUID id) {
    events.retry(id);
    return back();
  }

  @POST
  @Path("{id}/drop")
  @Operation(hidden = true)
  public Response drop(@PathParam("id") UUID id) {
    events.drop(id);
    return back();
  }

  private Response back() {
    return Response.seeOther(URI.create(PATH)).build();
  }
}
