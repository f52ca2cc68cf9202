package io.watchbill.incident.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The start page, which stays open all day: am I on call, what is open, who is on call. */
@Path("/")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class NowResource {
  private final BoardReader boards;
  private final Pages pages;
  private final Caller caller;

  NowResource(BoardReader boards, Pages pages, Caller caller) {
    this.boards = boards;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance now(Board board);
  }

  @GET
  @Operation(hidden = true)
  public Response show(@BeanParam SliceRequest page) {
    BoardFilter open = BoardFilter.of(null, null, null, null);
    return pages.html(Templates.now(boards.read(caller.principal(), open, page, List.of())));
  }
}
