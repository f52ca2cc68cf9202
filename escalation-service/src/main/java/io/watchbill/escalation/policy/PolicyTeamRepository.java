package io.watchbill.escalation.policy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes the default policies of teams. */
@ApplicationScoped
class PolicyTeamRepository implements PanacheRepositoryBase<PolicyTeamEntity, String> {

  Uni<List<PolicyTeamEntity>> takenByOthers(List<String> teams, String policy) {
    return teams.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list("team in ?1 and policy <> ?2", teams, policy);
  }

  /** Returns the teams whose default policy it is; bypasses the session, which may replace them. */
  Uni<List<String>> of(String policy) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "SELECT team FROM policy_team WHERE policy = ?1 ORDER BY team",
                        String.class)
                    .setParameter(1, policy)
                    .getResultList());
  }

  Uni<Void> replace(String policy, List<String> teams) {
    return delete("policy", policy).chain(() -> persistAll(rows(policy, teams)));
  }

  /** Stores rows; Panache refuses to persist an empty list. */
  private Uni<Void> persistAll(List<PolicyTeamEntity> rows) {
    return rows.isEmpty() ? Uni.createFrom().voidItem() : persist(rows);
  }

  private static List<PolicyTeamEntity> rows(String policy, List<String> teams) {
    return teams.stream().distinct().map(team -> row(policy, team)).toList();
  }

  private static PolicyTeamEntity row(String policy, String team) {
    PolicyTeamEntity row = new PolicyTeamEntity();
    row.team = team;
    row.policy = policy;
    return row;
  }
}
