package io.watchbill.rotation.editor;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page on which a schedule is made. */
@Path("/schedules/new")
@Produces(Pages.HTML)
@RolesAllowed({Rights.ADMIN, Rights.MANAGER})
@RunOnVirtualThread
public class NewSchedulePageResource {
  private final Editor editor;
  private final EditorAnswers answers;

  NewSchedulePageResource(Editor editor, EditorAnswers answers) {
    this.editor = editor;
    this.answers = answers;
  }

  @GET
  @Operation(hidden = true)
  public Response show(@QueryParam("team") @Nullable String team) {
    return answers.show(editor.fresh(requireNonNullElse(team, "")));
  }

  @POST
  @Heavy
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response send(String body) {
    Form form = Form.of(body);
    return editor
        .sent("", form)
        .map(answers::show)
        .orElseGet(() -> answers.saved(form.get("id").orElse("").strip()));
  }
}
