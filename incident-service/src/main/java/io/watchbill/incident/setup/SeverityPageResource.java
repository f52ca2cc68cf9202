package io.watchbill.incident.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.severity.SeverityLevel;
import io.watchbill.incident.severity.SeverityResource;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of the severities: what each means, the times allowed, the time-outs. */
@Path("/severities")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class SeverityPageResource {
  private static final String TIMEOUT = "acknowledgementTimeout";

  private final SeverityResource severities;
  private final Pages pages;

  SeverityPageResource(SeverityResource severities, Pages pages) {
    this.severities = severities;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "setup")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance severities(
        List<Row> rows, Optional<Refusal> refusal, String refused);
  }

  /** A severity; its time-out as the form shows it. */
  public record Row(SeverityLevel level, String timeout) {
    static Row of(SeverityLevel level) {
      return new Row(level, IntegrationForm.hours(level.acknowledgementTimeout()));
    }

    public String acknowledge() {
      return lasting(level.acknowledge());
    }

    public String response() {
      return lasting(level.response());
    }

    public String resolution() {
      return lasting(level.resolution());
    }

    private static String lasting(Duration duration) {
      if (duration.toHours() >= 24 && duration.toHours() % 24 == 0) {
        return duration.toDays() + " d";
      }
      return duration.toMinutes() % 60 == 0
          ? duration.toHours() + " h"
          : duration.toMinutes() + " min";
    }
  }

  @GET
  @Operation(hidden = true)
  public Response show() {
    return page(Optional.empty(), "");
  }

  @POST
  @Path("{id}/acknowledgement-timeout")
  @RolesAllowed(Rights.ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response timeout(@PathParam("id") String id, String body) {
    Map<String, String> form = Form.of(body).values();
    return Refusal.of(
            form,
            () ->
                severities.acknowledgementTimeout(
                    IntegrationForm.severity("id", id),
                    new SeverityResource.Timeout(IntegrationForm.duration(form, TIMEOUT))))
        .map(refusal -> page(Optional.of(refusal), id))
        .orElseGet(() -> Response.seeOther(URI.create("/severities")).build());
  }

  private Response page(Optional<Refusal> refusal, String refused) {
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        Templates.severities(
            severities.list().items().stream().map(Row::of).toList(), refusal, refused));
  }
}
