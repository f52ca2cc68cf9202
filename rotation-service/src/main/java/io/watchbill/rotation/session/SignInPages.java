package io.watchbill.rotation.session;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.http.SignInRedirect;
import io.watchbill.kit.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The pages of signing in. */
@ApplicationScoped
class SignInPages {
  private final Template form;
  private final Template link;
  private final Pages pages;
  private final String address;

  SignInPages(
      @Location("sign-in") Template form,
      @Location("sign-in-link") Template link,
      Pages pages,
      PublicUrl publicUrl) {
    this.form = form;
    this.link = link;
    this.pages = pages;
    this.address = publicUrl.reference(SignInRedirect.SIGN_IN);
  }

  /**
   * Returns the form for a key.
   *
   * @param error what was wrong with the last one, or null
   * @param back where to go from there
   */
  Response.ResponseBuilder form(int status, @Nullable String error, String back) {
    return html(status, form.data("error", error).data("back", back).data("address", address));
  }

  /** Returns the page that asks whether the link is to sign the person in. */
  Response.ResponseBuilder link(String name) {
    return html(200, link.data("name", name).data("known", true).data("address", address));
  }

  /**
   * Returns the page of a link that does not work.
   *
   * @param known it worked once
   */
  Response.ResponseBuilder deadLink(boolean known) {
    return html(
        known ? 410 : 404, link.data("name", null).data("known", known).data("address", address));
  }

  private Response.ResponseBuilder html(int status, TemplateInstance page) {
    return Response.fromResponse(pages.html(status, page));
  }
}
