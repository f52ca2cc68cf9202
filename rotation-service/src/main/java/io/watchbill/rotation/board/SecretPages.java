package io.watchbill.rotation.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.watchbill.kit.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Shows a secret once, in the answer to the form that made it: nothing keeps that page. */
@ApplicationScoped
public class SecretPages {
  private final Pages pages;

  SecretPages(Pages pages) {
    this.pages = pages;
  }

  /** What was made. */
  public enum Kind {
    KEY,
    CALENDAR,
    LINK;

    /** Returns whether it signs in and lets programs act. */
    public boolean isKey() {
      return this == KEY;
    }

    /** Returns whether it signs somebody in once. */
    public boolean isLink() {
      return this == LINK;
    }
  }

  @CheckedTemplate(basePath = "board")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance secret(Kind kind, Optional<String> secret, String back);
  }

  /**
   * Returns the page.
   *
   * @param secret empty when the form was sent before: it cannot be shown again
   * @param back the path of the page that leads on
   */
  public Response show(Kind kind, Optional<String> secret, String back) {
    return pages.html(201, Templates.secret(kind, secret, back));
  }
}
