package io.watchbill.incident.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The board of incidents: filtered by its URL, drawn anew within two seconds of a change. */
@Path("/")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class BoardResource {
  private static final int MOST = 100;

  private final BoardReader boards;
  private final BoardVersion version;
  private final IncidentForms forms;
  private final Pages pages;
  private final Caller caller;

  BoardResource(
      BoardReader boards, BoardVersion version, IncidentForms forms, Pages pages, Caller caller) {
    this.boards = boards;
    this.version = version;
    this.forms = forms;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance board(Board board);

    static native TemplateInstance board$rows(Board board);
  }

  @GET
  @Path("incidents")
  @Operation(hidden = true)
  public Response show(
      @QueryParam("state") @Nullable String state,
      @QueryParam("severity") @Nullable String severity,
      @QueryParam("team") @Nullable String team,
      @QueryParam("sort") @Nullable String sort,
      @BeanParam SliceRequest page) {
    BoardFilter filter = BoardFilter.of(state, severity, team, sort);
    return pages.html(Templates.board(boards.read(caller.principal(), filter, page, List.of())));
  }

  /** Answers 204 when the caller has seen all that there is. */
  @GET
  @Path("fragments/incident/board")
  @Operation(hidden = true)
  public Response rows(
      @QueryParam("state") @Nullable String state,
      @QueryParam("severity") @Nullable String severity,
      @QueryParam("team") @Nullable String team,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("seen") @Nullable String seen,
      @BeanParam SliceRequest page) {
    if (version.now().equals(seen)) {
      return Response.noContent().build();
    }
    BoardFilter filter = BoardFilter.of(state, severity, team, sort);
    return pages.html(
        Templates.board$rows(boards.read(caller.principal(), filter, page, List.of())));
  }

  /** Acknowledges or resolves those that were chosen; says of each that could not be why. */
  @POST
  @Path("incidents")
  @RolesAllowed(Rights.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response act(String body, @BeanParam SliceRequest page) {
    Form form = Form.of(body);
    BoardFilter filter =
        BoardFilter.of(
            form.get("state").orElse(null),
            form.get("severity").orElse(null),
            form.get("team").orElse(null),
            form.get("sort").orElse(null));
    String action = form.get("action").orElse("");
    List<String> problems = new ArrayList<>();
    form.all("incident").stream()
        .distinct()
        .limit(MOST)
        .forEach(key -> press(key, action, problems));
    return problems.isEmpty()
        ? Response.seeOther(URI.create("/incidents?" + filter.query())).build()
        : pages.html(409, Templates.board(boards.read(caller.principal(), filter, page, problems)));
  }

  private void press(String key, String action, List<String> problems) {
    try {
      forms.perform(key, action, Map.of());
    } catch (Problem e) {
      problems.add(key + ": " + e.getMessage());
    }
  }
}
