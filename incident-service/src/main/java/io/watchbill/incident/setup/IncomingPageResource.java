package io.watchbill.incident.setup;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.intake.RequestFilter;
import io.watchbill.incident.intake.RequestResource;
import io.watchbill.incident.intake.RequestView;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of the incoming log: what senders have sent, what came of it, and a replay. */
@Path("/incoming")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class IncomingPageResource {
  private final RequestResource requests;
  private final Pages pages;

  IncomingPageResource(RequestResource requests, Pages pages) {
    this.requests = requests;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "setup")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance incoming(Incoming incoming);

    static native TemplateInstance request(RequestView request, Optional<Refusal> refusal);
  }

  /**
   * What the list shows.
   *
   * @param integration the filter, like outcome and incident; empty for all
   */
  public record Incoming(
      String integration, String outcome, String incident, Slice<RequestView> slice) {

    /** Returns the query of the next part of the list. */
    public Optional<String> next() {
      return slice
          .next()
          .map(
              cursor ->
                  "integration="
                      + encoded(integration)
                      + "&outcome="
                      + encoded(outcome)
                      + "&incident="
                      + encoded(incident)
                      + "&cursor="
                      + encoded(cursor));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  @GET
  @Operation(hidden = true)
  public Response list(
      @QueryParam("integration") @Nullable String integration,
      @QueryParam("outcome") @Nullable String outcome,
      @QueryParam("incident") @Nullable String incident,
      @BeanParam SliceRequest page) {
    String which = requireNonNullElse(integration, "");
    String end = requireNonNullElse(outcome, "");
    String about = requireNonNullElse(incident, "");
    Slice<RequestView> slice = requests.slice(RequestFilter.of(which, end, about, ""), page);
    return pages.html(Templates.incoming(new Incoming(which, end, about, slice)));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return pages.html(Templates.request(requests.get(id), Optional.empty()));
  }

  @POST
  @Path("{id}/replay")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(hidden = true)
  public Response replay(@PathParam("id") String id) {
    return Refusal.of(Map.of(), () -> requests.replay(id))
        .map(
            refusal ->
                pages.html(
                    refusal.status(), Templates.request(requests.get(id), Optional.of(refusal))))
        .orElseGet(
            () ->
                Response.seeOther(
                        URI.create(
                            "/incoming?integration="
                                + Incoming.encoded(requests.get(id).integration())))
                    .build());
  }
}
