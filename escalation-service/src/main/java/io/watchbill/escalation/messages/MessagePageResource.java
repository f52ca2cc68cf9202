package io.watchbill.escalation.messages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.Lists;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The message log: one row for each attempt to send something to somebody. */
@Path("/messages")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class MessagePageResource {
  private final MessagesReader reader;
  private final Pages pages;
  private final Frame frame;
  private final Caller caller;
  private final Clock clock;

  MessagePageResource(MessagesReader reader, Pages pages, Frame frame, Caller caller, Clock clock) {
    this.clock = clock;
    this.reader = reader;
    this.pages = pages;
    this.frame = frame;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "messages")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance messages(MessagesPage page, boolean admin);
  }

  @GET
  @Operation(hidden = true)
  public Response list(@BeanParam SliceRequest request, @Context UriInfo uri) {
    Map<String, String> fields =
        uri.getQueryParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
    MessageLog.Part part =
        new MessageLog.Part(
            caller.principal(),
            MessageFilter.of(fields).bounded(clock.instant(), frame.zone()),
            frame.zone(),
            Optional.ofNullable(Lists.after(request)),
            request.limitPlusOne());
    return pages.html(Templates.messages(reader.read(part, request), caller.principal().isAdmin()));
  }
}
