package io.watchbill.rotation.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of who is on call, and the parts of other pages that show it. */
@Path("/")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class OnCallPageResource {
  private final OnCallReader reader;
  private final GapsAhead gaps;
  private final Pages pages;
  private final Caller caller;

  OnCallPageResource(OnCallReader reader, GapsAhead gaps, Pages pages, Caller caller) {
    this.reader = reader;
    this.gaps = gaps;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance onCall(List<TeamOnCall> teams);

    static native TemplateInstance onCall$teams(List<TeamOnCall> teams);

    static native TemplateInstance me(boolean person, List<TeamOnCall> teams);

    static native TemplateInstance duty(boolean person, List<TeamOnCall> teams);

    static native TemplateInstance gaps(List<GapAhead> gaps);
  }

  @GET
  @Path("on-call")
  @Operation(hidden = true)
  public Response show() {
    return pages.html(Templates.onCall(reader.teams(Optional.empty())));
  }

  @GET
  @Path("fragments/rotation/on-call")
  @Operation(hidden = true)
  public Response teams(@QueryParam("team") @Nullable String team) {
    Optional<String> one = Optional.ofNullable(Id.parameter("team", team));
    return pages.html(Templates.onCall$teams(reader.teams(one)));
  }

  /** Whether who is signed in is on call; what is no person never is. */
  @GET
  @Path("fragments/rotation/me")
  @Operation(hidden = true)
  public Response me() {
    return pages.html(Templates.me(isPerson(), mine()));
  }

  /** The same in a line, at the top of every page. */
  @GET
  @Path("fragments/rotation/duty")
  @RolesAllowed("**")
  @Operation(hidden = true)
  public Response duty() {
    return pages.html(Templates.duty(isPerson(), mine()));
  }

  private boolean isPerson() {
    return caller.principal().kind() == Principal.Kind.PERSON;
  }

  private List<TeamOnCall> mine() {
    return isPerson() ? reader.of(caller.principal().id()) : List.of();
  }

  @GET
  @Path("fragments/rotation/gaps")
  @Operation(hidden = true)
  public Response gaps() {
    return pages.html(Templates.gaps(gaps.next()));
  }
}
