package io.watchbill.rotation.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.cover.CoverResource;
import io.watchbill.rotation.swap.SwapResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers and withdraws requests by the buttons of a person's page. */
@Path("/schedules/{id}")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class AnswersResource {
  private final CoverResource cover;
  private final SwapResource swaps;

  AnswersResource(CoverResource cover, SwapResource swaps) {
    this.cover = cover;
    this.swaps = swaps;
  }

  @POST
  @Path("cover-requests/{request}/take")
  @Operation(hidden = true)
  public Response take(@PathParam("id") String id, @PathParam("request") String request) {
    cover.take(id, request, null);
    return back();
  }

  @POST
  @Path("cover-requests/{request}/withdraw")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(hidden = true)
  public Response withdrawCover(@PathParam("id") String id, @PathParam("request") String request) {
    cover.withdraw(id, request);
    return back();
  }

  @POST
  @Path("swaps/{swap}/accept")
  @Operation(hidden = true)
  public Response accept(@PathParam("id") String id, @PathParam("swap") String swap) {
    swaps.accept(id, swap, null);
    return back();
  }

  @POST
  @Path("swaps/{swap}/decline")
  @Operation(hidden = true)
  public Response decline(@PathParam("id") String id, @PathParam("swap") String swap) {
    swaps.decline(id, swap, null);
    return back();
  }

  @POST
  @Path("swaps/{swap}/withdraw")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(hidden = true)
  public Response withdrawSwap(@PathParam("id") String id, @PathParam("swap") String swap) {
    swaps.withdraw(id, swap);
    return back();
  }

  private Response back() {
    return Response.seeOther(URI.create("/me#requests")).build();
  }
}
