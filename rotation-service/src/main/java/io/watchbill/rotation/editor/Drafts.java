package io.watchbill.rotation.editor;

import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.hours.HoursDefinition;
import io.watchbill.rotation.hours.HoursWindow;
import io.watchbill.rotation.rotation.CadenceDefinition;
import io.watchbill.rotation.rotation.FollowsDefinition;
import io.watchbill.rotation.rotation.LayerDefinition;
import io.watchbill.rotation.rotation.RoleDefinition;
import io.watchbill.rotation.rotation.RotationView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes definitions of drafts. What the form does not show (participants, say) stays as it is
 * stored.
 */
final class Drafts {
  private final Draft draft;
  private final Violations violations = new Violations();

  private Drafts(Draft draft) {
    this.draft = draft;
  }

  /**
   * Returns the definition of a draft.
   *
   * @param stored what the draft was made of, unless it is new
   * @throws io.watchbill.kit.problem.Problem when what should be a number is none
   */
  static RotationView definition(
      Draft draft, Optional<RotationView> stored, Optional<String> effectiveFrom) {
    Drafts drafts = new Drafts(draft);
    RotationView view = drafts.view(stored, effectiveFrom.orElse(null));
    drafts.violations.throwIfAny();
    return view;
  }

  private RotationView view(Optional<RotationView> stored, @Nullable String effectiveFrom) {
    List<RoleDefinition> roles = new ArrayList<>();
    for (Draft.Role role : draft.roles()) {
      roles.add(role(role, violations.at("/roles").item(roles.size())));
    }
    return new RotationView(
        null,
        draft.typed("name").strip(),
        draft.typed("team").strip(),
        draft.typed("timeZone").strip(),
        orNull(draft.typed("mode")),
        hours(stored.map(RotationView::hours)),
        stored.map(RotationView::participants).orElse(null),
        roles,
        effectiveFrom,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The form shows the windows; zone and holidays of the hours stay as they are. */
  private @Nullable HoursDefinition hours(Optional<HoursDefinition> stored) {
    List<HoursWindow> windows = windows(draft.typed("hours"));
    return windows == null
        ? null
        : new HoursDefinition(
            stored.map(HoursDefinition::timeZone).orElse(null),
            windows,
            stored.map(HoursDefinition::holidays).orElse(null));
  }

  private RoleDefinition role(Draft.Role role, Place at) {
    if (role.isFollowing()) {
      return new RoleDefinition(
          role.typed("name"),
          null,
          new FollowsDefinition(
              role.typed("follows/role"),
              number(role.typed("follows/offset"), at.field("follows").field("offset"), 1)));
    }
    List<LayerDefinition> layers = new ArrayList<>();
    for (Draft.Layer layer : role.layers()) {
      layers.add(layer(layer, at.field("layers").item(layers.size())));
    }
    return new RoleDefinition(role.typed("name"), layers, null);
  }

  private LayerDefinition layer(Draft.Layer layer, Place at) {
    return new LayerDefinition(
        layer.typed("name"),
        number(layer.typed("priority"), at.field("priority"), null),
        orNull(layer.typed("start")),
        orNull(layer.typed("end")),
        cadence(layer, at.field("cadence")),
        orNull(layer.typed("timeZone")),
        list(layer.typed("on")),
        windows(layer.typed("restrictions")),
        list(layer.typed("exceptHolidays")),
        list(layer.typed("onlyHolidays")),
        layer.turns().stream().map(Draft::words).toList());
  }

  private @Nullable CadenceDefinition cadence(Draft.Layer layer, Place at) {
    String unit = layer.typed("cadence/unit");
    return unit.isBlank()
        ? null
        : new CadenceDefinition(number(layer.typed("cadence/every"), at.field("every"), 1), unit);
  }

  private Integer number(String text, Place at, int otherwise) {
    Integer number = number(text, at, Integer.valueOf(otherwise));
    return number == null ? Integer.valueOf(otherwise) : number;
  }

  private @Nullable Integer number(String text, Place at, @Nullable Integer otherwise) {
    if (text.isBlank()) {
      return otherwise;
    }
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      at.add("'" + text + "' is not a whole number");
      return otherwise;
    }
  }

  /** Each line is a window: {@code mon 09:00 - mon 17:00}. */
  private static @Nullable List<HoursWindow> windows(String text) {
    List<HoursWindow> windows =
        Arrays.stream(text.split("\\R", -1))
            .filter(line -> !line.isBlank())
            .map(Drafts::window)
            .toList();
    return windows.isEmpty() ? null : windows;
  }

  private static HoursWindow window(String line) {
    String[] ends = line.split("[-–]", 2);
    return new HoursWindow(ends[0].strip(), ends.length == 1 ? "" : ends[1].strip());
  }

  private static @Nullable List<String> list(String words) {
    return words.isBlank() ? null : Draft.words(words);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
