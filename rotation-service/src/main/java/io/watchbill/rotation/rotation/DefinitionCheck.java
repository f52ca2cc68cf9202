package io.watchbill.rotation.rotation;

import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.hours.WorkingHoursCheck;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
import io.watchbill.rotation.input.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a rotation before anything is stored. */
final class DefinitionCheck {
  private static final int MAX_ROLES = 50;
  private static final int MAX_LAYERS = 20;
  private static final int MAX_LAYERS_IN_ALL = 100;
  private static final int MAX_OFFSET = 500;
  private static final List<String> MODES =
      List.of(RotationDefinition.ALWAYS, RotationDefinition.BUSINESS_HOURS);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}");
  private static final String NAME_RULE =
      "a name of 1 to 63 letters, digits, blanks, dots, hyphens or underscores is required";

  private final Violations violations = new Violations();
  private final WorkingHoursCheck hours;
  private final LayerCheck layers;

  private DefinitionCheck(Set<String> unknownPeople, Set<String> unknownCalendars) {
    hours = new WorkingHoursCheck(unknownCalendars);
    layers = new LayerCheck(hours, unknownPeople);
  }

  /**
   * Throws a problem that lists every violation.
   *
   * @param unknownPeople the people named in turns who do not exist
   * @param unknownCalendars the named holiday calendars that do not exist
   */
  static void check(
      String id,
      RotationView rotation,
      boolean teamKnown,
      Set<String> unknownPeople,
      Set<String> unknownCalendars) {
    DefinitionCheck check = new DefinitionCheck(unknownPeople, unknownCalendars);
    check.rotation(id, rotation, teamKnown);
    check.violations.throwIfAny();
    NeverOnCall.check(rotation.definition(), check.violations);
    check.violations.throwIfAny();
  }

  private void rotation(String id, RotationView rotation, boolean teamKnown) {
    violations
        .at("/id")
        .unless(
            rotation.id() == null || rotation.id().equals(id),
            "the id must be that of the path, '" + id + "', or absent");
    violations.at("/name").unless(Text.isName(rotation.name()), Text.NAME_RULE);
    if (!Id.fits(rotation.team())) {
      violations.at("/team").add("the id of a team is required: " + Id.RULE);
    } else {
      violations.at("/team").unless(teamKnown, "there is no team '" + rotation.team() + "'");
    }
    zone(violations.at("/timeZone"), rotation.timeZone());
    mode(rotation);
    new ParticipantCheck(rotation.definition().people())
        .check(violations.at("/participants"), rotation.participants());
    if (rotation.roles() == null || rotation.roles().isEmpty()) {
      violations.at("/roles").add("at least one role is required");
    } else if (rotation.roles().size() > MAX_ROLES) {
      violations.at("/roles").add("at most " + MAX_ROLES + " roles are allowed");
    } else {
      roles(rotation.roles());
    }
  }

  private void zone(Place at, @Nullable String zone) {
    at.unless(Instants.isZone(zone), Instants.zoneRule(zone == null ? "" : zone));
  }

  private void mode(RotationView rotation) {
    violations
        .at("/mode")
        .unless(
            rotation.mode() == null || MODES.contains(rotation.mode()),
            "the mode must be one of " + MODES + ", or absent");
    if (rotation.hours() != null) {
      hours.hours(violations.at("/hours"), rotation.hours());
    } else if (RotationDefinition.BUSINESS_HOURS.equals(rotation.mode())) {
      violations.at("/hours").add("business hours require hours");
    }
  }

  private void roles(List<RoleDefinition> roles) {
    Map<String, RoleDefinition> byName = new HashMap<>();
    int layersInAll = 0;
    for (int i = 0; i < roles.size(); i++) {
      RoleDefinition role = roles.get(i);
      Place at = violations.at("/roles").item(i);
      if (role == null) {
        at.add("a role is required here, not null");
        continue;
      }
      name(at, role.name());
      if (role.name() != null && byName.put(role.name(), role) != null) {
        at.field("name").add("the role '" + role.name() + "' is defined twice");
      }
      layersInAll += role.layers() == null ? 0 : role.layers().size();
      layersOrFollows(at, role);
    }
    violations
        .at("/roles")
        .unless(
            layersInAll <= MAX_LAYERS_IN_ALL,
            "at most " + MAX_LAYERS_IN_ALL + " layers in all are allowed");
    for (int i = 0; i < roles.size(); i++) {
      RoleDefinition role = roles.get(i);
      if (role != null && role.follows() != null) {
        follows(violations.at("/roles").item(i).field("follows"), role, role.follows(), byName);
      }
    }
  }

  private void name(Place at, @Nullable String name) {
    at.field("name").unless(name != null && NAME.matcher(name).matches(), NAME_RULE);
  }

  private void layersOrFollows(Place at, RoleDefinition role) {
    if (role.follows() != null) {
      at.unless(role.layers() == null, "a role must have layers or follow another, not both");
    } else if (role.layers() == null || role.layers().isEmpty()) {
      at.field("layers").add("at least one layer is required, or 'follows'");
    } else if (role.layers().size() > MAX_LAYERS) {
      at.field("layers").add("at most " + MAX_LAYERS + " layers are allowed");
    } else {
      layers(at.field("layers"), role.layers());
    }
  }

  private void layers(Place at, List<LayerDefinition> definitions) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < definitions.size(); i++) {
      LayerDefinition layer = definitions.get(i);
      Place place = at.item(i);
      if (layer == null) {
        place.add("a layer is required here, not null");
        continue;
      }
      name(place, layer.name());
      place
          .field("name")
          .unless(
              layer.name() == null || names.add(layer.name()),
              "the layer '" + layer.name() + "' is defined twice in this role");
      if (layer.timeZone() != null) {
        zone(place.field("timeZone"), layer.timeZone());
      }
      layers.check(place, layer);
    }
  }

  private void follows(
      Place at,
      RoleDefinition role,
      FollowsDefinition follows,
      Map<String, RoleDefinition> byName) {
    at.field("offset")
        .unless(
            follows.offset() != null && follows.offset() >= 1 && follows.offset() <= MAX_OFFSET,
            "an offset from 1 to " + MAX_OFFSET + " turns is required");
    if (follows.role() == null || !byName.containsKey(follows.role())) {
      at.field("role").add("there is no role '" + follows.role() + "' in this rotation to follow");
    } else if (follows.role().equals(role.name())) {
      at.field("role").add("a role cannot follow itself");
    } else if (endless(role, byName)) {
      at.field("role").add("the roles must not follow each other in a circle");
    }
  }

  private static boolean endless(RoleDefinition role, Map<String, RoleDefinition> byName) {
    Set<String> seen = new HashSet<>();
    RoleDefinition current = role;
    while (current != null && current.follows() != null) {
      if (!seen.add(current.name())) {
        return true;
      }
      current = byName.get(current.follows().role());
    }
    return false;
  }
}
