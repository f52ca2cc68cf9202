package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.wording.Names;

/**
 * Who is paged, by name.
 *
 * @param kind role, next, team, commander, person or webhook
 * @param name of the rotation, team, person or webhook
 * @param role of the rotation
 */
@TemplateData
public record TargetWords(String kind, String name, String role) {

  static TargetWords of(Target target, Names names) {
    return switch (target) {
      case Target.RoleOf of -> new TargetWords("role", names.rotation(of.rotation()), of.role());
      case Target.NextOf of -> new TargetWords("next", names.rotation(of.rotation()), of.role());
      case Target.Team team -> new TargetWords("team", names.team(team.id()), "");
      case Target.Commander commander -> new TargetWords("commander", "", "");
      case Target.Person person -> new TargetWords("person", names.person(person.id()), "");
      case Target.Webhook hook -> new TargetWords("webhook", hook.id(), "");
    };
  }
}
