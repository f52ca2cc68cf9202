package io.watchbill.rotation.me;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.board.SecretPages;
import io.watchbill.rotation.board.SecretPages.Kind;
import io.watchbill.rotation.key.KeyForms;
import io.watchbill.rotation.key.KeyResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Makes and revokes the personal keys of who is signed in. */
@Path("/me/keys")
@Produces(Pages.HTML)
@RolesAllowed("**")
@RunOnVirtualThread
public class MyKeysResource {
  private final KeyResource keys;
  private final KeyForms forms;
  private final MyPageResource page;
  private final SecretPages secrets;
  private final Caller caller;

  MyKeysResource(
      KeyResource keys, KeyForms forms, MyPageResource page, SecretPages secrets, Caller caller) {
    this.keys = keys;
    this.forms = forms;
    this.page = page;
    this.secrets = secrets;
    this.caller = caller;
  }

  /** Makes a key of the caller, and shows it once. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response make(String body) {
    Map<String, String> fields = new HashMap<>(Form.of(body).values());
    fields.put("kind", "person");
    fields.put("principal", caller.id());
    AtomicReference<Optional<String>> made = new AtomicReference<>(Optional.empty());
    Optional<Refusal> refusal = Refusal.of(fields, () -> made.set(forms.make(fields)));
    return refusal.isPresent()
        ? page.show(refusal)
        : secrets.show(Kind.KEY, requireNonNull(made.get()), "/me");
  }

  @POST
  @Path("{id}/revoke")
  @Operation(hidden = true)
  public Response revoke(@PathParam("id") String id) {
    Optional<Refusal> refusal = Refusal.of(Map.of(), () -> keys.revoke(id));
    return refusal.isPresent() ? page.show(refusal) : Response.seeOther(URI.create("/me")).build();
  }
}
