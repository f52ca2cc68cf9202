package io.watchbill.escalation.ladder;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.policy.PolicyText;
import io.watchbill.escalation.rehearsal.PolicyTester;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.load.Heavy;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Runs the tests of a policy that somebody types or pastes; nothing is stored. */
@Path("/policies/{id}/tests")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class PolicyTestsPageResource {
  private static final MediaType YAML = MediaType.valueOf(PolicyText.YAML);
  private static final String EXAMPLE =
      """
      tests:
      - name: the primary is paged at once
        at: 2026-12-24T02:00:00Z
        facts: {severity: P1, acknowledgeSla: PT15M}
        within: PT1M
        expect:
        - {paged: alice, after: PT0S}
      """;

  private final PolicyForms policies;
  private final PolicyTester tester;
  private final Pages pages;

  PolicyTestsPageResource(PolicyForms policies, PolicyTester tester, Pages pages) {
    this.policies = policies;
    this.tester = tester;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "ladder")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance tests(TestsPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return page(id, EXAMPLE, Optional.empty(), List.of(), Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response run(@PathParam("id") String id, String body) {
    Map<String, String> typed = Form.of(body).values();
    String text = typed.getOrDefault("text", "");
    List<Complaint> complaints = new ArrayList<>();
    AtomicReference<Optional<List<String>>> passed = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal =
        Refusal.of(typed, () -> passed.set(Optional.of(run(id, text, complaints))));
    return page(id, text, refusal, complaints, requireNonNull(passed.get()));
  }

  private List<String> run(String id, String text, List<Complaint> complaints) {
    try {
      return tester.run(id, PolicyText.parse(text, YAML)).tests().stream()
          .map(name -> name == null ? "?" : name)
          .toList();
    } catch (Problem e) {
      e.violations().stream()
          .map(violation -> Complaint.of(violation, text))
          .forEach(complaints::add);
      throw e;
    }
  }

  private Response page(
      String id,
      String text,
      Optional<Refusal> refusal,
      List<Complaint> complaints,
      Optional<List<String>> passed) {
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        Templates.tests(
            new TestsPage(id, policies.stored(id).name(), text, refusal, complaints, passed)));
  }
}
