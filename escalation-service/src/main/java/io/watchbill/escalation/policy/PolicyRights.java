package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks who may put a policy: managers of the team that it belongs to, before and after, and of
 * every team whose default it becomes or no longer is. Policies without a team and the fallback
 * need admins.
 *
 * @param by the caller
 * @param before the stored policy, unless it is new
 * @param defaults the teams whose default it is
 */
record PolicyRights(Principal by, Optional<PolicyEntity> before, List<String> defaults) {

  /** Returns the team that the policy belongs to from now on. */
  Optional<String> demand(Definition wanted, JsonNode body) {
    before.ifPresent(row -> Caller.demand(by, Rights.MANAGER, owner(row)));
    Optional<String> team = team(wanted, body);
    if (wanted.fallback() || before.filter(row -> row.fallback).isPresent()) {
      if (!by.isAdmin()) {
        throw new Problem(KitError.FORBIDDEN, "The fallback policy needs the right 'admin'.");
      }
    }
    Caller.demand(by, Rights.MANAGER, team);
    changing(wanted.defaultFor())
        .forEach(one -> Caller.demand(by, Rights.MANAGER, Optional.of(one)));
    return team;
  }

  /** Refuses webhooks of other teams: a policy sends only to those of its own team or of none. */
  void demandWebhooks(List<WebhookEntity> named, Optional<String> team, Set<String> namedBefore) {
    for (WebhookEntity webhook : named) {
      Optional<String> owner = Optional.ofNullable(webhook.team);
      boolean free = owner.isEmpty() || owner.equals(team) || namedBefore.contains(webhook.id);
      if (!free && !by.mayFor(Rights.MANAGER, owner)) {
        String detail =
            "The webhook '" + webhook.id + "' belongs to the team '" + webhook.team + "'.";
        throw new Problem(KitError.FORBIDDEN, detail, new Violation("/steps", detail));
      }
    }
  }

  private Optional<String> team(Definition wanted, JsonNode body) {
    if (wanted.team() != null || body.has("team")) {
      return Optional.ofNullable(wanted.team());
    }
    if (before.isPresent()) {
      return owner(before.get());
    }
    return wanted.defaultFor().size() == 1 && !wanted.fallback()
        ? Optional.of(wanted.defaultFor().getFirst())
        : by.usualOwner(Rights.MANAGER).orElse(Optional.empty());
  }

  private Set<String> changing(List<String> wanted) {
    Set<String> changing = new HashSet<>(wanted);
    Set<String> both = new HashSet<>(defaults);
    both.retainAll(changing);
    changing.addAll(defaults);
    changing.removeAll(both);
    return changing;
  }

  static Optional<String> owner(PolicyEntity row) {
    return Optional.ofNullable(row.team);
  }
}
