package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who takes and gives up roles on an incident, in whatever state it is. */
public record RoleTransitions(Lifecycle life) {

  /** Gives a role to a person, who takes it over if somebody else has it. */
  public Decision assign(IncidentRole role, String person, Actor by, Instant now) {
    if (life.roles().of(role).filter(holder -> holder.person().equals(person)).isPresent()) {
      return Decision.unchanged(DecisionReason.SAME_ROLE, life);
    }
    Roles next = life.roles().with(role, new Roles.Holder(person, now));
    String text = person + " is " + role.text();
    Map<String, String> facts = Map.of("role", role.word(), "person", person);
    NewEntry entry = new NewEntry(NewEntry.Kind.ROLE_ASSIGNED, now, by, text, facts);
    return changed(DecisionReason.ROLE_ASSIGNED, next, entry);
  }

  /** Ends the assignment of a role. */
  public Decision release(IncidentRole role, Actor by, Instant now) {
    if (life.roles().of(role).isEmpty()) {
      return Decision.unchanged(DecisionReason.NOBODY_HAS_THE_ROLE, life);
    }
    String text = "nobody is " + role.text();
    Map<String, String> facts = Map.of("role", role.word());
    NewEntry entry = new NewEntry(NewEntry.Kind.ROLE_RELEASED, now, by, text, facts);
    return changed(DecisionReason.ROLE_RELEASED, life.roles().without(role), entry);
  }

  private Decision changed(DecisionReason reason, Roles next, NewEntry entry) {
    Lifecycle touched = life.in(next).touchedBy(entry.by(), entry.at());
    return new Decision(reason, touched, Paging.UPDATE, List.of(entry));
  }
}
