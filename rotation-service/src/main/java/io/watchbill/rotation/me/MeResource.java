package io.watchbill.rotation.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.CallerResource;
import io.watchbill.kit.access.Principal;
import io.watchbill.rotation.person.Person;
import io.watchbill.rotation.person.PersonService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Says who the caller is, for programs that hold a key and nothing else. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "caller")
@RolesAllowed("**")
public class MeResource {
  private final Caller caller;
  private final CallerResource principal;
  private final PersonService people;

  MeResource(Caller caller, CallerResource principal, PersonService people) {
    this.caller = caller;
    this.principal = principal;
    this.people = people;
  }

  /**
   * Who the caller is.
   *
   * @param person absent unless the caller is one that is known here
   */
  @RegisterForReflection
  @Schema(name = "Me", description = "Who the caller is, and what they may do.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Me(
      @Schema(description = "person, integration, service or automation.", examples = "person")
          String kind,
      @Schema(examples = "alice") String id,
      @Nullable Person person,
      @Schema(description = "The caller's rights.") List<CallerResource.Held> grants) {}

  @GET
  @Operation(operationId = "getMe", summary = "Get who the caller is")
  public Uni<Me> get() {
    CallerResource.View view = principal.get();
    return person(caller.principal())
        .map(person -> new Me(view.kind(), view.id(), person.orElse(null), view.grants()));
  }

  private Uni<Optional<Person>> person(Principal by) {
    return by.kind() == Principal.Kind.PERSON
        ? people.find(by.id())
        : Uni.createFrom().item(Optional.empty());
  }
}
