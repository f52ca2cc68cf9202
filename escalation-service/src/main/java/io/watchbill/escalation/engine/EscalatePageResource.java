package io.watchbill.escalation.engine;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The form that escalates an incident by hand: now, to the next step or to somebody named. */
@Path("/escalate/{incident}")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class EscalatePageResource {
  private final EscalateResource escalations;
  private final ManualEscalation escalating;
  private final SnapshotRepository snapshots;
  private final Visibility visibility;
  private final Database database;
  private final Pages pages;
  private final Caller caller;

  EscalatePageResource(
      EscalateResource escalations,
      ManualEscalation escalating,
      SnapshotRepository snapshots,
      Visibility visibility,
      Database database,
      Pages pages,
      Caller caller) {
    this.escalations = escalations;
    this.escalating = escalating;
    this.snapshots = snapshots;
    this.visibility = visibility;
    this.database = database;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "paging")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance escalate(Escalating escalating);
  }

  /**
   * The form.
   *
   * @param once makes two presses one escalation
   */
  public record Escalating(IncidentSnapshot incident, String once, Optional<Refusal> refusal) {

    /** Returns the reasons to choose from. */
    public List<String> reasons() {
      return ManualTarget.reasons();
    }

    public String typed(String field) {
      return refusal.map(refused -> refused.typed(field)).orElse("");
    }

    public String wrong(String field) {
      return refusal.map(refused -> refused.at(field)).orElse("");
    }
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("incident") UUID incident) {
    return form(200, incident, UUID.randomUUID().toString(), Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response escalate(@PathParam("incident") UUID incident, String body) {
    Map<String, String> form = Form.of(body).values();
    String once = orNull(form, "once");
    Optional<Refusal> refusal =
        Refusal.of(form, () -> escalations.escalate(incident, once, target(form)));
    return refusal
        .map(refused -> form(refused.status(), incident, UUID.randomUUID().toString(), refusal))
        .orElseGet(
            () ->
                Response.seeOther(URI.create("/incidents/" + snapshot(incident).reference()))
                    .build());
  }

  private static ManualTarget target(Map<String, String> form) {
    ManualTarget.To to =
        new ManualTarget.To(orNull(form, "rotation"), orNull(form, "role"), orNull(form, "person"));
    return new ManualTarget(
        form.getOrDefault("reason", ""),
        orNull(form, "note"),
        to.equals(new ManualTarget.To(null, null, null)) ? null : to);
  }

  private Response form(int status, UUID incident, String once, Optional<Refusal> refusal) {
    return pages.html(
        status, Templates.escalate(new Escalating(snapshot(incident), once, refusal)));
  }

  /**
   * Returns the incident.
   *
   * @throws Problem when there is none that the caller may see and escalate
   */
  private IncidentSnapshot snapshot(UUID incident) {
    Principal by = caller.principal();
    return database.read(
        tx -> {
          IncidentSnapshot snapshot =
              Optional.of(incident)
                  .filter(id -> visibility.allows(tx, by, id))
                  .flatMap(id -> snapshots.newest(tx, id))
                  .map(StoredSnapshot::snapshot)
                  .orElseThrow(() -> Problem.notFound("incident", incident));
          escalating.demandRight(tx, snapshot, by);
          return snapshot;
        });
  }

  private static @Nullable String orNull(Map<String, String> form, String field) {
    String text = Objects.requireNonNullElse(form.get(field), "").strip();
    return text.isEmpty() ? null : text;
  }
}
