package io.watchbill.incident.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finds what somebody has typed into the field at the top of every page. */
@Path("/search")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class SearchResource {
  private static final int LONGEST = 200;

  private final SearchReader reader;
  private final Pages pages;
  private final Caller caller;

  SearchResource(SearchReader reader, Pages pages, Caller caller) {
    this.reader = reader;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance search(SearchPage page);
  }

  /** Leads to the incident whose reference it is; else shows all that has the words. */
  @GET
  @Heavy
  @Operation(hidden = true)
  public Response search(@QueryParam("q") @DefaultValue("") String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST) {
      throw Problem.invalid("/q", "has at most " + LONGEST + " characters");
    }
    Optional<String> reference = reader.reference(caller.principal(), text);
    return reference.isPresent()
        ? Response.seeOther(URI.create("/incidents/" + reference.get())).build()
        : pages.html(Templates.search(reader.search(caller.principal(), text)));
  }
}
