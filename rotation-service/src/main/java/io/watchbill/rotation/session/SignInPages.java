package io.watchbill.rotation.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.http.SignInRedirect;
import io.watchbill.kit.page.Pages;
import io.watchbill.rotation.session.SignInForm.Wrong;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The pages of signing in. */
@ApplicationScoped
class SignInPages {
  private final Pages pages;
  private final String address;

  SignInPages(Pages pages, PublicUrl publicUrl) {
    this.pages = pages;
    this.address = publicUrl.reference(SignInRedirect.SIGN_IN);
  }

  @CheckedTemplate(basePath = "session")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance form(SignInForm form);

    static native TemplateInstance link(String name);

    static native TemplateInstance dead(boolean known, String address);
  }

  /**
   * Returns the form for a key.
   *
   * @param wrong what was with the last one
   * @param back where to go from there
   */
  Response form(int status, Wrong wrong, String back) {
    return pages.html(status, Templates.form(new SignInForm(wrong, 0, back, address)));
  }

  /** Returns the form for a key where too many were wrong. */
  Response throttled(long seconds, String back) {
    return Response.fromResponse(
            pages.html(
                429, Templates.form(new SignInForm(Wrong.THROTTLED, seconds, back, address))))
        .header("Retry-After", seconds)
        .build();
  }

  /** Returns the page that asks whether the link is to sign the person in. */
  Response link(String name) {
    return pages.html(Templates.link(name));
  }

  /**
   * Returns the page of a link that does not work.
   *
   * @param known it worked once
   */
  Response deadLink(boolean known) {
    return pages.html(known ? 410 : 404, Templates.dead(known, address));
  }
}
