package io.watchbill.rotation.handover;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.cover.CoverResource;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.swap.SwapResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of a shift: cover can be asked for, and a swap proposed. */
@Path("/schedules/{id}/shift")
@Produces(Pages.HTML)
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
public class ShiftPageResource {
  private final ShiftPages shifts;
  private final CoverResource cover;
  private final SwapResource swaps;
  private final Pages pages;
  private final Caller caller;

  ShiftPageResource(
      ShiftPages shifts, CoverResource cover, SwapResource swaps, Pages pages, Caller caller) {
    this.shifts = shifts;
    this.cover = cover;
    this.swaps = swaps;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "handover")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance shift(ShiftPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @Context UriInfo uri) {
    Map<String, String> fields =
        uri.getQueryParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
    return show(id, fields, Optional.empty());
  }

  @POST
  @Path("cover")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response ask(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        id,
        fields,
        Refusal.of(fields, () -> cover.ask(id, fields.get("once"), shifts.form(fields).cover())));
  }

  @POST
  @Path("swap")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response propose(@PathParam("id") String id, String body) {
    Map<String, String> fields = Form.of(body).values();
    return answer(
        id,
        fields,
        Refusal.of(
            fields, () -> swaps.propose(id, fields.get("once"), shifts.form(fields).swap())));
  }

  private Response answer(String id, Map<String, String> fields, Optional<Refusal> refusal) {
    return refusal.isPresent() ? show(id, fields, refusal) : done(id);
  }

  private Response show(String id, Map<String, String> fields, Optional<Refusal> refusal) {
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        Templates.shift(shifts.read(Id.inPath(id), fields, refusal)));
  }

  /** People see what they have asked on their own page. */
  private Response done(String id) {
    boolean person = caller.principal().kind() == Principal.Kind.PERSON;
    String next = person ? "/me#requests" : "/schedules/" + id;
    return Response.seeOther(URI.create(next)).build();
  }
}
