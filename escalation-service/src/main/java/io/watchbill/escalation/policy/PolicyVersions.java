package io.watchbill.escalation.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** Keeps what policies were: the newest versions of each, with who made them and when. */
@ApplicationScoped
public class PolicyVersions {
  /** How many versions of a policy are kept. */
  static final int KEPT = 100;

  private final PolicyRepository policies;
  private final PolicyVersionRepository versions;
  private final ObjectMapper mapper;
  private final Clock clock;

  PolicyVersions(
      PolicyRepository policies,
      PolicyVersionRepository versions,
      ObjectMapper mapper,
      Clock clock) {
    this.policies = policies;
    this.versions = versions;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Returns versions before a number, the newest first.
   *
   * @throws Problem if there is no such policy
   */
  @WithSession
  public Uni<List<PolicyVersionView>> before(String id, long version, int limit) {
    return policies
        .current(id)
        .map(found -> found.orElseThrow(() -> Problem.notFound("policy", id)))
        .chain(policy -> versions.before(policy.id, version, limit))
        .map(rows -> rows.stream().map(this::view).toList());
  }

  /**
   * Keeps what a policy is before it changes, unless that is kept: while services are updated, one
   * of before keeps nothing.
   */
  Uni<Void> keepFormer(PolicyEntity row) {
    PolicyVersionEntity former = version(row);
    return versions
        .has(row.id, row.version)
        .chain(kept -> kept ? Uni.createFrom().voidItem() : versions.persist(former))
        .replaceWithVoid();
  }

  /** Keeps what a policy has become, unless it is what it was. */
  Uni<Void> keep(PolicyEntity row, Principal by) {
    PolicyVersionEntity made = version(row);
    made.author = by.getName();
    made.madeAt = clock.instant();
    return versions
        .has(row.id, row.version)
        .chain(kept -> kept ? Uni.createFrom().voidItem() : add(made))
        .replaceWithVoid();
  }

  private Uni<Void> add(PolicyVersionEntity made) {
    return versions
        .persistAndFlush(made)
        .chain(() -> versions.forget(made.policy, made.version - KEPT));
  }

  private static PolicyVersionEntity version(PolicyEntity row) {
    PolicyVersionEntity version = new PolicyVersionEntity();
    version.policy = row.id;
    version.version = row.version;
    version.team = row.team;
    version.definition = row.definition;
    version.archived = row.archivedAt != null;
    return version;
  }

  private PolicyVersionView view(PolicyVersionEntity row) {
    return new PolicyVersionView(row.version, row.author, row.madeAt, row.archived, text(row));
  }

  private String text(PolicyVersionEntity row) {
    try {
      ObjectNode document = mapper.createObjectNode();
      ObjectNode definition = (ObjectNode) mapper.readTree(row.definition);
      document.set("name", definition.remove("name"));
      if (row.team != null) {
        document.put("team", row.team);
      }
      document.setAll(definition);
      return PolicyText.write(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
