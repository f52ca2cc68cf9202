package io.watchbill.rotation.me;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of who is signed in. */
@Path("/me")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class MyPageResource {
  private final MyPages mine;
  private final Pages pages;
  private final Caller caller;

  MyPageResource(MyPages mine, Pages pages, Caller caller) {
    this.mine = mine;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "me")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance me(MyPage page);

    static native TemplateInstance nobody(String who);
  }

  /** Shows the page; what is no person has none, and is told so. */
  @GET
  @Operation(hidden = true)
  public Response show() {
    return show(Optional.empty());
  }

  /** Shows the page with why something was not done. */
  Response show(Optional<Refusal> refusal) {
    boolean person = caller.principal().kind() == Principal.Kind.PERSON;
    return pages.html(
        refusal.map(Refusal::status).orElse(200),
        person ? Templates.me(mine.read(refusal)) : Templates.nobody(caller.name()));
  }
}
