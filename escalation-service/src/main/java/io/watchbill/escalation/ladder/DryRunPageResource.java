package io.watchbill.escalation.ladder;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows who would be paged for an incident, when, by which channel, and why. */
@Path("/policies/{id}/dry-run")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class DryRunPageResource {
  private final PolicyForms policies;
  private final RehearsedReader dryRuns;
  private final Pages pages;
  private final Frame frame;

  DryRunPageResource(PolicyForms policies, RehearsedReader dryRuns, Pages pages, Frame frame) {
    this.policies = policies;
    this.dryRuns = dryRuns;
    this.pages = pages;
    this.frame = frame;
  }

  @CheckedTemplate(basePath = "ladder")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance dryRun(String name, DryRunForm form);
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @Context UriInfo uri) {
    Map<String, String> fields =
        uri.getQueryParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
    String name = policies.stored(id).name();
    AtomicReference<Optional<Rehearsed>> result = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal =
        DryRunForm.isFilled(fields)
            ? Refusal.of(fields, () -> result.set(Optional.of(run(id, fields))))
            : Optional.empty();
    DryRunForm form =
        new DryRunForm(id, fields, zone(fields), requireNonNull(result.get()), refusal);
    return pages.html(refusal.map(Refusal::status).orElse(200), Templates.dryRun(name, form));
  }

  private Rehearsed run(String id, Map<String, String> fields) {
    return dryRuns.read(id, DryRunForm.request(fields, frame.zone()), frame.language());
  }

  private String zone(Map<String, String> fields) {
    String typed = fields.getOrDefault("zone", "");
    return typed.isBlank() ? frame.zone().getId() : typed;
  }
}
