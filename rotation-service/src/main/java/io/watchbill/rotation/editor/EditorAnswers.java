package io.watchbill.rotation.editor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.watchbill.kit.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers with the editor's page, or with the schedule that was saved. */
@ApplicationScoped
class EditorAnswers {
  private final Pages pages;

  EditorAnswers(Pages pages) {
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "editor")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance edit(EditorPage page);
  }

  Response show(EditorPage page) {
    return pages.html(page.faults().status(), Templates.edit(page));
  }

  Response saved(String id) {
    return Response.seeOther(URI.create("/schedules/" + id)).build();
  }
}
