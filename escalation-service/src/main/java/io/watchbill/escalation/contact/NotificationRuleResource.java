package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Manages the notification rules of a person. */
@Path("/v1/notification-rules/{person}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed("**")
public class NotificationRuleResource {
  private static final Duration LONGEST = Duration.ofHours(24);

  private final NotificationRuleRepository rules;
  private final ContactMethodRepository methods;
  private final Owner owner;
  private final KnownPerson people;

  NotificationRuleResource(
      NotificationRuleRepository rules,
      ContactMethodRepository methods,
      Owner owner,
      KnownPerson people) {
    this.rules = rules;
    this.methods = methods;
    this.owner = owner;
    this.people = people;
  }

  @GET
  @WithSession
  @Operation(operationId = "getNotificationRules", summary = "Get a person's notification rules")
  public Uni<RulesBody> get(String person) {
    owner.demandReader(person);
    return rules.of(person).map(NotificationRuleResource::body);
  }

  @PUT
  @Operation(
      operationId = "putNotificationRules",
      summary = "Replace a person's notification rules")
  public Uni<Response> put(
      String person, @Valid @NotNull(message = RulesBody.RULE) RulesBody body) {
    Supplier<Uni<Void>> right = owner.right(person);
    return people.known(
        person,
        () ->
            right
                .get()
                .chain(() -> methods.of(person))
                .invoke(known -> check(body.rules(), known))
                .chain(() -> rules.replace(person, rows(person, body.rules())))
                .replaceWith(() -> Response.ok(new RulesBody(withDelays(body.rules()))).build()));
  }

  private static void check(List<RulesBody.Rule> rules, List<ContactMethodEntity> methods) {
    Set<String> known = methods.stream().map(method -> method.id).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    Violations violations = new Violations();
    for (int i = 0; i < rules.size(); i++) {
      RulesBody.Rule rule = rules.get(i);
      Place at = violations.at("/rules").item(i);
      if (!known.contains(rule.method())) {
        at.field("method").add("is one of the person's methods: " + known);
      } else if (!seen.add(rule.method())) {
        at.field("method").add("each method stands in one rule only");
      }
      Duration delay = delay(rule);
      at.field("delay")
          .unless(
              !delay.isNegative() && delay.compareTo(LONGEST) <= 0, "is from PT0S to " + LONGEST);
    }
    violations.throwIfAny("The rules are not valid.");
  }

  private static List<NotificationRuleEntity> rows(String person, List<RulesBody.Rule> rules) {
    List<NotificationRuleEntity> rows = new ArrayList<>();
    for (RulesBody.Rule rule : rules) {
      NotificationRuleEntity row = new NotificationRuleEntity();
      row.person = person;
      row.position = rows.size();
      row.method = rule.method();
      row.delaySeconds = delay(rule).toSeconds();
      rows.add(row);
    }
    return rows;
  }

  private static List<RulesBody.Rule> withDelays(List<RulesBody.Rule> rules) {
    return rules.stream().map(rule -> new RulesBody.Rule(rule.method(), delay(rule))).toList();
  }

  private static RulesBody body(List<NotificationRuleEntity> rows) {
    return new RulesBody(
        rows.stream()
            .map(row -> new RulesBody.Rule(row.method, Duration.ofSeconds(row.delaySeconds)))
            .toList());
  }

  private static Duration delay(RulesBody.Rule rule) {
    return rule.delay() == null ? Duration.ZERO : rule.delay();
  }
}
