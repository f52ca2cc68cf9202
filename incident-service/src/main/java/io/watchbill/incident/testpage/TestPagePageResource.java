package io.watchbill.incident.testpage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page of one's own test pages, and the box with the same on the page that is about oneself.
 */
@Path("/")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class TestPagePageResource {
  private static final String PATH = "/test-pages";

  private final TestPageResource tests;
  private final Pages pages;
  private final Caller caller;

  TestPagePageResource(TestPageResource tests, Pages pages, Caller caller) {
    this.tests = tests;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "testpage")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance tests(Mine mine);

    static native TemplateInstance tests$body(Mine mine);
  }

  /**
   * One's test pages.
   *
   * @param person whether the caller is one; else there are none
   * @param once makes two presses one test page
   */
  @TemplateData
  public record Mine(boolean person, List<TestPage> sent, String once, Optional<Refusal> refusal) {

    /** Returns the newest that has been acknowledged: the proof. */
    public Optional<TestPage> proof() {
      return sent.stream().filter(page -> page.state() == TestPage.State.ACKNOWLEDGED).findFirst();
    }

    /** Returns the newest if it is no proof. */
    public Optional<TestPage> newest() {
      return sent.stream()
          .limit(1)
          .filter(page -> page.state() != TestPage.State.ACKNOWLEDGED)
          .findFirst();
    }

    public boolean waits() {
      return newest().filter(page -> page.state() == TestPage.State.WAITING).isPresent();
    }
  }

  @GET
  @Path("test-pages")
  @Operation(hidden = true)
  public Response show() {
    return pages.html(Templates.tests(mine(Optional.empty())));
  }

  @GET
  @Path("fragments/incident/test-pages")
  @Operation(hidden = true)
  public Response box() {
    return pages.html(Templates.tests$body(mine(Optional.empty())));
  }

  @POST
  @Path("test-pages")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response send(String body) {
    Map<String, String> form = Form.of(body).values();
    Optional<Refusal> refusal = Refusal.of(form, () -> tests.send(form.get("once"), null));
    return refusal
        .map(refused -> pages.html(refused.status(), Templates.tests(mine(refusal))))
        .orElseGet(() -> Response.seeOther(URI.create(PATH)).build());
  }

  private Mine mine(Optional<Refusal> refusal) {
    boolean person = caller.principal().kind() == Principal.Kind.PERSON;
    List<TestPage> sent = person ? tests.list(null).items() : List.of();
    return new Mine(person, sent, UUID.randomUUID().toString(), refusal);
  }
}
