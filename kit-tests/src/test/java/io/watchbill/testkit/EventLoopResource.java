package io.watchbill.testkit;

import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.text.Line;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** An endpoint of the kit's own tests that never leaves the event loop. */
@Path("/event-loop")
@RolesAllowed(Rights.VIEWER)
public class EventLoopResource {
  record Note(@Line(max = 20) String text) {}

  @GET
  @Path("/long")
  public Uni<byte[]> longAnswer() {
    return Uni.createFrom().item(new byte[32 << 20]);
  }

  @POST
  public Uni<String> take(@Valid Note note) {
    return Uni.createFrom().item("taken " + note.text());
  }
}
