package io.watchbill.escalation.messages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.dispatch.ResendBody;
import io.watchbill.escalation.dispatch.ResendResource;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.Form;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The message log: one row for each attempt to send something to somebody. */
@Path("/messages")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class MessagePageResource {
  private final MessagesReader reader;
  private final ResendResource resends;
  private final Pages pages;
  private final Frame frame;
  private final Caller caller;
  private final Clock clock;

  MessagePageResource(
      MessagesReader reader,
      ResendResource resends,
      Pages pages,
      Frame frame,
      Caller caller,
      Clock clock) {
    this.clock = clock;
    this.reader = reader;
    this.resends = resends;
    this.pages = pages;
    this.frame = frame;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "messages")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance messages(
        MessagesPage page, boolean admin, Optional<Refusal> refusal);
  }

  @GET
  @Operation(hidden = true)
  public Response list(@BeanParam SliceRequest request, @Context UriInfo uri) {
    Map<String, String> fields =
        uri.getQueryParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
    return page(200, fields, request, Optional.empty());
  }

  /** Sends a failed message again, as the API does; then shows all of its incident. */
  @POST
  @Path("{delivery}/resend")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response resend(@PathParam("delivery") UUID delivery, String body) {
    Map<String, String> typed = Form.of(body).values();
    UUID incident = Lists.id("incident", typed.get("incident"));
    String query = incident == null ? "" : "incident=" + incident;
    Optional<Refusal> refusal =
        Refusal.of(typed, () -> resends.resend(delivery, new ResendBody(typed.get("reason"))));
    return refusal
        .map(
            refused -> page(refused.status(), Form.of(query).values(), new SliceRequest(), refusal))
        .orElseGet(() -> Response.seeOther(URI.create("/messages?" + query)).build());
  }

  private Response page(
      int status, Map<String, String> fields, SliceRequest request, Optional<Refusal> refusal) {
    MessageLog.Part part =
        new MessageLog.Part(
            caller.principal(),
            MessageFilter.of(fields).bounded(clock.instant(), frame.zone()),
            frame.zone(),
            Optional.ofNullable(Lists.after(request)),
            request.limitPlusOne());
    return pages.html(
        status,
        Templates.messages(reader.read(part, request), caller.principal().isAdmin(), refusal));
  }
}
