package io.watchbill.incident.lifecycle;

import static io.watchbill.incident.lifecycle.IncidentRole.COMMANDER;
import static io.watchbill.incident.lifecycle.IncidentRole.TECHNICAL_LEAD;
import static io.watchbill.incident.lifecycle.LifecycleTest.ALICE;
import static io.watchbill.incident.lifecycle.LifecycleTest.T0;
import static io.watchbill.incident.lifecycle.LifecycleTest.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.incident.lifecycle.Roles.Holder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final Instant LATER = T0.plusSeconds(60);
  private static final Instant LATEST = T0.plusSeconds(120);

  private final Lifecycle triggered =
      Lifecycle.open(Severity.P1, Set.of(), "ssh", ALICE, T0, TIMES).next();
  private final Lifecycle commanded =
      triggered.roleChanges().assign(COMMANDER, "bob", ALICE, LATER).next();

  @Test
  void whoTakesARoleHasItFromThenOnAndIsNamedInTheTimeline() {
    Decision decision = triggered.roleChanges().assign(COMMANDER, "bob", ALICE, LATER);

    assertThat(decision.next().roles().of(COMMANDER)).contains(new Holder("bob", LATER));
    assertThat(decision.next().roles().of(TECHNICAL_LEAD)).isEmpty();
    assertThat(decision.mattersForPaging()).isTrue();
    NewEntry entry = decision.entries().getFirst();
    assertThat(entry.kind()).isEqualTo(NewEntry.Kind.ROLE_ASSIGNED);
    assertThat(entry.text()).isEqualTo("bob is commander");
    assertThat(entry.facts()).isEqualTo(Map.of("role", "commander", "person", "bob"));
  }

  @Test
  void anotherPersonTakesTheRoleOver() {
    Lifecycle handedOver = commanded.roleChanges().assign(COMMANDER, "carol", ALICE, LATEST).next();

    assertThat(handedOver.roles().holders())
        .isEqualTo(Map.of(COMMANDER, new Holder("carol", LATEST)));
  }

  @Test
  void whoHasARoleAlreadyKeepsItAndNothingChanges() {
    Decision decision = commanded.roleChanges().assign(COMMANDER, "bob", ALICE, LATEST);

    assertThat(decision).isEqualTo(Decision.unchanged(DecisionReason.SAME_ROLE, commanded));
  }

  @Test
  void aReleasedRoleIsNobodys() {
    Decision decision = commanded.roleChanges().release(COMMANDER, ALICE, LATEST);

    assertThat(decision.next().roles()).isEqualTo(Roles.NONE);
    assertThat(decision.entries().getFirst().text()).isEqualTo("nobody is commander");
    assertThat(decision.next().roleChanges().release(COMMANDER, ALICE, LATEST))
        .isEqualTo(Decision.unchanged(DecisionReason.NOBODY_HAS_THE_ROLE, decision.next()));
  }

  @Test
  void rolesOutliveRoundsAndTheResolve() {
    Lifecycle resolved = commanded.resolve(ALICE, LATEST, Optional.empty()).next();
    Lifecycle reopened = resolved.reopen(ALICE, LATEST, TIMES).next();

    assertThat(resolved.roles()).isEqualTo(commanded.roles());
    assertThat(reopened.roles()).isEqualTo(commanded.roles());
  }

  @Test
  void everyRoleAndClockHasAWordThatNamesIt() {
    for (IncidentRole role : IncidentRole.values()) {
      assertThat(IncidentRole.of(role.word())).contains(role);
    }
    for (ClockKind kind : ClockKind.values()) {
      assertThat(ClockKind.of(kind.word())).contains(kind);
    }
    assertThat(ClockKind.of("of-a-newer-version")).isEmpty();
    assertThat(IncidentRole.of("of-a-newer-version")).isEmpty();
  }
}
