package io.watchbill.rotation.editor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page on which a schedule is changed. */
@Path("/schedules/{id}/edit")
@Produces(Pages.HTML)
@RolesAllowed({Rights.ADMIN, Rights.MANAGER})
@RunOnVirtualThread
public class EditSchedulePageResource {
  private final Editor editor;
  private final EditorAnswers answers;

  EditSchedulePageResource(Editor editor, EditorAnswers answers) {
    this.editor = editor;
    this.answers = answers;
  }

  /** Shows the form, or the text if that is asked for or no form can express the schedule. */
  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @QueryParam("as") @Nullable String as) {
    return answers.show(editor.open(Id.inPath(id), "text".equals(as)));
  }

  @POST
  @Heavy
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response send(@PathParam("id") String id, String body) {
    return editor
        .sent(Id.inPath(id), Form.of(body))
        .map(answers::show)
        .orElseGet(() -> answers.saved(id));
  }
}
