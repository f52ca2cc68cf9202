package io.watchbill.testkit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.kit.timer.Timers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.MDC;

/** A small service of the kit's own tests. */
@Path("/things")
@RunOnVirtualThread
@RolesAllowed(Rights.VIEWER)
public class ThingsResource {
  private final Database database;
  private final IdempotencyKeys idempotency;
  private final Outbox outbox;
  private final Timers timers;
  private final Caller caller;

  ThingsResource(
      Database database, IdempotencyKeys idempotency, Outbox outbox, Timers timers, Caller caller) {
    this.database = database;
    this.idempotency = idempotency;
    this.outbox = outbox;
    this.timers = timers;
    this.caller = caller;
  }

  record Thing(@Pattern(regexp = "[a-z0-9-]{1,63}") String id, @Size(max = 20) String note) {}

  @GET
  public Response list(@BeanParam SliceRequest page, @Context UriInfo uri) {
    return Slice.of(
            database.read(
                tx ->
                    tx
                        .query(
                            "SELECT id FROM thing WHERE id > $1 ORDER BY id LIMIT $2",
                            page.after().orElse(""),
                            (long) page.limitPlusOne())
                        .stream()
                        .map(row -> row.getString("id"))
                        .toList()),
            page,
            id -> id)
        .toResponse(uri);
  }

  @POST
  @RolesAllowed(Rights.ADMIN)
  public Response make(@HeaderParam("Idempotency-Key") String key, @Valid Thing thing) {
    return idempotency.once(
        key,
        caller.name(),
        "POST /things",
        thing,
        tx -> {
          tx.update("INSERT INTO thing (id, note) VALUES ($1, $2)", thing.id(), thing.note());
          outbox.append(tx, new OutboxMessage("thing.made", thing.id(), 1, null));
          timers.set(tx, "touch", thing.id(), tx.now().plus(Duration.ofHours(1)));
          return Answer.created(thing, URI.create("/things/" + thing.id()));
        });
  }

  @POST
  @Path("/streamed")
  public String streamed(java.io.InputStream body) throws java.io.IOException {
    return String.valueOf(body.readNBytes(10).length);
  }

  @GET
  @Path("/by-key/{key}")
  @RolesAllowed(Rights.INTEGRATION)
  public String byKey(@PathParam("key") String key) {
    return caller.id();
  }

  @GET
  @Path("/of-team/{team}")
  public String ofTeam(@PathParam("team") String team) {
    caller.require(Rights.RESPONDER, team);
    return "yes";
  }

  @GET
  @Path("/made-by-hand")
  public Response madeByHand() {
    return Response.created(URI.create("/things/by-hand")).build();
  }

  @GET
  @Path("/elsewhere")
  public Response elsewhere() {
    return Response.seeOther(URI.create("https://accounts.example/sign-in")).build();
  }

  @GET
  @Path("/logged-trace")
  public String loggedTrace() {
    return MDC.get("traceId") instanceof String trace ? trace : "";
  }

  @GET
  @Path("/undeclared-failure")
  public String failure() {
    throw new IllegalStateException("the secret cause");
  }
}
