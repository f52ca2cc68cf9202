package io.watchbill.escalation.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.escalation.EscalationError;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import io.watchbill.kit.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores, reads and archives policies. */
@ApplicationScoped
public class Policies {
  private final PolicyRepository policies;
  private final PolicyVersions versions;
  private final PolicyTeamRepository teams;
  private final WebhookRepository webhooks;
  private final ObjectMapper mapper;
  private final Clock clock;

  Policies(
      PolicyRepository policies,
      PolicyVersions versions,
      PolicyTeamRepository teams,
      WebhookRepository webhooks,
      ObjectMapper mapper,
      Clock clock) {
    this.policies = policies;
    this.versions = versions;
    this.teams = teams;
    this.webhooks = webhooks;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Returns a slice of the policies.
   *
   * @param rotation limits them to those that name it in a step
   */
  @WithSession
  public Uni<List<StoredPolicy>> list(Optional<String> rotation, String after, int limit) {
    return rotation
        .map(named -> policies.naming(named, after, limit))
        .orElseGet(() -> policies.after(after, limit))
        .map(rows -> rows.stream().map(row -> stored(row, false)).toList());
  }

  /**
   * Returns a policy.
   *
   * @throws Problem if there is none
   */
  @WithSession
  public Uni<StoredPolicy> get(String id) {
    return policies
        .current(id)
        .map(found -> found.orElseThrow(() -> Problem.notFound("policy", id)))
        .map(row -> stored(row, false));
  }

  /** Creates or replaces a policy. Running escalations keep the version that they started with. */
  @WithTransaction
  Uni<StoredPolicy> put(
      String id, Definition definition, JsonNode body, Expected expected, Principal by) {
    return rights(id, by)
        .chain(rights -> put(id, definition, body, expected, rights))
        .call(() -> teams.replace(id, definition.defaultFor()));
  }

  private Uni<PolicyRights> rights(String id, Principal by) {
    return policies
        .current(id)
        .chain(before -> teams.of(id).map(defaults -> new PolicyRights(by, before, defaults)));
  }

  private Uni<StoredPolicy> put(
      String id, Definition definition, JsonNode body, Expected expected, PolicyRights rights) {
    Optional<String> team = rights.demand(definition, body);
    return checkTeams(id, definition)
        .chain(() -> checkFallback(id, definition))
        .chain(() -> checkWebhooks(definition, body, team, rights))
        .chain(() -> policies.findById(id))
        .invoke(row -> expected.check(id, present(row)))
        .call(row -> row == null ? Uni.createFrom().voidItem() : versions.keepFormer(row))
        .chain(row -> store(id, row, definition, team, body, rights.by()));
  }

  /** Archives a policy; running escalations go on. */
  @WithTransaction
  public Uni<Void> delete(String id, @Nullable String ifMatch, Principal by) {
    return policies
        .current(id)
        .map(found -> found.orElseThrow(() -> Problem.notFound("policy", id)))
        .invoke(row -> Caller.demand(by, Rights.MANAGER, PolicyRights.owner(row)))
        .call(versions::keepFormer)
        .invoke(row -> archive(row, ifMatch))
        .call(policies::persistAndFlush)
        .call(row -> versions.keep(row, by))
        .chain(() -> teams.replace(id, List.of()));
  }

  private Uni<Void> checkTeams(String id, Definition definition) {
    return teams
        .takenByOthers(definition.defaultFor(), id)
        .invoke(this::refuseTaken)
        .replaceWithVoid();
  }

  private void refuseTaken(List<PolicyTeamEntity> taken) {
    if (!taken.isEmpty()) {
      PolicyTeamEntity first = taken.getFirst();
      String detail = "Team '" + first.team + "' has the default policy '" + first.policy + "'.";
      throw new Problem(
          EscalationError.TEAM_HAS_POLICY, detail, new Violation("/defaultFor", detail));
    }
  }

  private Uni<Void> checkFallback(String id, Definition definition) {
    if (!definition.fallback()) {
      return Uni.createFrom().voidItem();
    }
    return policies.fallbackOtherThan(id).invoke(this::refuseSecond).replaceWithVoid();
  }

  private void refuseSecond(Optional<PolicyEntity> other) {
    if (other.isPresent()) {
      String detail = "Policy '" + other.get().id + "' is the fallback; there is only one.";
      throw new Problem(
          EscalationError.SECOND_FALLBACK, detail, new Violation("/fallback", detail));
    }
  }

  private Uni<Void> checkWebhooks(
      Definition definition, JsonNode body, Optional<String> team, PolicyRights rights) {
    Set<String> missing = new HashSet<>(definition.webhooks());
    return webhooks
        .known(List.copyOf(missing))
        .invoke(
            known -> {
              known.forEach(row -> missing.remove(row.id));
              refuseUnknown(body, missing);
              rights.demandWebhooks(known, team, namedBefore(rights));
            })
        .replaceWithVoid();
  }

  private static void refuseUnknown(JsonNode policy, Set<String> webhooks) {
    Unknown unknown = new Unknown(new Violations());
    unknown.find(policy, Set.of("webhook", "channel"), "webhook", webhooks);
    unknown.refuse();
  }

  /** Webhooks that the policy already names may stay, also when another team's manager puts it. */
  private Set<String> namedBefore(PolicyRights rights) {
    try {
      return rights.before().isEmpty()
          ? Set.of()
          : PolicyReader.read(
                  rights.before().get().id, mapper.readTree(rights.before().get().definition))
              .webhooks();
    } catch (JsonProcessingException | Problem e) {
      return Set.of();
    }
  }

  private Uni<StoredPolicy> store(
      String id,
      @Nullable PolicyEntity row,
      Definition definition,
      Optional<String> team,
      JsonNode body,
      Principal by) {
    PolicyEntity present = present(row);
    PolicyEntity entity = row == null ? new PolicyEntity() : row;
    entity.id = id;
    entity.name = definition.name();
    entity.team = team.orElse(null);
    entity.definition = withoutTeam(body).toString();
    entity.fallback = definition.fallback();
    entity.archivedAt = null;
    return policies
        .persistAndFlush(entity)
        .call(saved -> versions.keep(saved, by))
        .map(saved -> stored(saved, present == null));
  }

  private static @Nullable PolicyEntity present(@Nullable PolicyEntity row) {
    return row == null || row.archivedAt != null ? null : row;
  }

  /**
   * Leaves out the owning team, which does not change paging: older versions know no such field.
   */
  private static JsonNode withoutTeam(JsonNode body) {
    ObjectNode document = body.deepCopy();
    document.remove("team");
    return document;
  }

  private void archive(PolicyEntity row, @Nullable String ifMatch) {
    RevisionTag.check(ifMatch, RevisionTag.tag(row.version));
    if (row.fallback) {
      throw new Problem(
          EscalationError.FALLBACK_IN_USE,
          "Put it with \"fallback\": false first, and make another policy the fallback.");
    }
    row.archivedAt = clock.instant();
  }

  private StoredPolicy stored(PolicyEntity row, boolean created) {
    try {
      ObjectNode document = mapper.createObjectNode();
      document.put("id", row.id).put("name", row.name);
      document.setAll((ObjectNode) mapper.readTree(row.definition));
      document.put("fallback", row.fallback);
      document.put("team", row.team);
      return new StoredPolicy(document, row.version, created);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
