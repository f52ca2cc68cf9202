package io.watchbill.escalation.reach;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own contact methods within one's own page, which the rotation-service has. */
@Path("/fragments/escalation/contact-methods")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class ContactsFragment {
  private final ContactsReader reader;
  private final Pages pages;
  private final Caller caller;

  ContactsFragment(ContactsReader reader, Pages pages, Caller caller) {
    this.reader = reader;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  public Response mine() {
    Principal principal = caller.principal();
    return pages.html(
        principal.kind() == Principal.Kind.PERSON
            ? ContactsPageResource.Templates.contacts$body(
                reader.read(principal.id(), ContactsPage.Said.NOTHING))
            : ContactsPageResource.Templates.noPerson$body());
  }
}
