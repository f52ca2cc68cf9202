package io.watchbill.escalation.ladder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.policy.Policies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of policies: all of them, and the ladder of one. */
@Path("/policies")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class PolicyPageResource {
  private final Policies policies;
  private final Names names;
  private final Pages pages;
  private final Frame frame;
  private final Caller caller;

  PolicyPageResource(Policies policies, Names names, Pages pages, Frame frame, Caller caller) {
    this.policies = policies;
    this.names = names;
    this.pages = pages;
    this.frame = frame;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "ladder")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance policies(Slice<PolicyDocument> policies, boolean mayAdd);

    static native TemplateInstance policy(PolicyPage page);
  }

  @GET
  @Operation(hidden = true)
  public Response all(@BeanParam SliceRequest request) {
    String after = Lists.afterName(request);
    int limit = request.limitPlusOne();
    Slice<PolicyDocument> slice =
        Slice.of(
                EventLoop.await(() -> policies.list(Optional.empty(), after, limit)),
                request,
                row -> row.document().path("id").asText())
            .map(PolicyDocument::new);
    boolean mayAdd = caller.principal().maySomewhere(Rights.MANAGER);
    return pages.html(Templates.policies(slice, mayAdd));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    PolicyDocument policy = new PolicyDocument(EventLoop.await(() -> policies.get(id)));
    Optional<Ladder> ladder =
        policy.definition().map(found -> Ladder.of(found.policy(), names, frame.language()));
    boolean mayEdit = caller.principal().mayFor(Rights.MANAGER, policy.owner());
    return pages.html(Templates.policy(new PolicyPage(policy, ladder, mayEdit)));
  }
}
