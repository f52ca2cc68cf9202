package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Manages the contact methods of a person. */
@Path("/v1/contact-methods/{person}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed("**")
public class ContactMethodResource {
  static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

  private final ContactMethodRepository methods;
  private final NotificationRuleRepository rules;
  private final Owner owner;
  private final KnownPerson people;
  private final Channels channels;
  private final Clock clock;

  ContactMethodResource(
      ContactMethodRepository methods,
      NotificationRuleRepository rules,
      Owner owner,
      KnownPerson people,
      Channels channels,
      Clock clock) {
    this.methods = methods;
    this.rules = rules;
    this.owner = owner;
    this.people = people;
    this.channels = channels;
    this.clock = clock;
  }

  @GET
  @WithSession
  @Operation(operationId = "listContactMethods", summary = "List a person's contact methods")
  public Uni<Items<ContactView>> list(String person) {
    owner.demandReader(person);
    boolean all = owner.is(person);
    return methods
        .of(person)
        .map(rows -> new Items<>(rows.stream().map(row -> view(row, all, null)).toList()));
  }

  @GET
  @Path("{id}")
  @WithSession
  @Operation(operationId = "getContactMethod", summary = "Get a contact method")
  public Uni<Response> get(String person, String id) {
    owner.demandReader(person);
    boolean all = owner.is(person);
    return found(person, id).map(row -> RevisionTag.answer(200, view(row, all, null), row.version));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "putContactMethod", summary = "Create or replace a contact method")
  public Uni<Response> put(
      String person,
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable ContactBody body) {
    if (body == null || !ID.matcher(id).matches() || !ID.matcher(person).matches()) {
      throw Problem.invalid("", "A contact method is expected; ids match " + ID + ".");
    }
    Channel channel = channels.require(body.kind());
    String address = channel.checkAddress(body.address());
    Optional<String> given = Secrets.given(channel, body.secret());
    Supplier<Uni<Void>> right = owner.right(person);
    return people.known(
        person,
        () ->
            right
                .get()
                .chain(() -> methods.findById(new ContactMethodEntity.Key(person, id)))
                .chain(row -> store(person, id, row, channel, address, given, ifMatch)));
  }

  private Uni<Response> store(
      String person,
      String id,
      @Nullable ContactMethodEntity row,
      Channel channel,
      String address,
      Optional<String> given,
      @Nullable String ifMatch) {
    RevisionTag.check(ifMatch, row == null ? null : RevisionTag.tag(row.version));
    ContactMethodEntity entity = row == null ? new ContactMethodEntity() : row;
    Optional<String> generated = Secrets.generated(channel, given, entity.secret);
    boolean same = channel.kind().equals(entity.kind) && address.equals(entity.address);
    if (!same) {
      entity.verifiedAt = channel.needsVerification() ? null : clock.instant();
    }
    entity.person = person;
    entity.id = id;
    entity.kind = channel.kind();
    entity.address = address;
    entity.secret = given.or(() -> generated).orElse(entity.secret);
    int status = row == null ? 201 : 200;
    return methods
        .persistAndFlush(entity)
        .map(
            saved ->
                RevisionTag.answer(
                    status, view(saved, true, generated.orElse(null)), saved.version));
  }

  @DELETE
  @Path("{id}")
  @WithTransaction
  @Operation(operationId = "deleteContactMethod", summary = "Delete a contact method")
  public Uni<Void> delete(
      String person, String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return owner
        .demand(person)
        .chain(() -> found(person, id))
        .invoke(row -> RevisionTag.check(ifMatch, RevisionTag.tag(row.version)))
        .call(row -> rules.of(person).invoke(named -> refuseNamed(id, named)))
        .chain(methods::delete);
  }

  private static void refuseNamed(String id, List<NotificationRuleEntity> rules) {
    if (rules.stream().anyMatch(rule -> rule.method.equals(id))) {
      throw new Problem(
          EscalationError.STILL_REFERRED_TO, "A notification rule names this contact method.");
    }
  }

  private Uni<ContactMethodEntity> found(String person, String id) {
    return methods
        .findById(new ContactMethodEntity.Key(person, id))
        .onItem()
        .ifNull()
        .failWith(() -> Problem.notFound("contact method", id));
  }

  private static ContactView view(
      ContactMethodEntity row, boolean all, @Nullable String generatedSecret) {
    return new ContactView(
        row.id, row.kind, all ? row.address : null, row.verifiedAt, generatedSecret);
  }
}
