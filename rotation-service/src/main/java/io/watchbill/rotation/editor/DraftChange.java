package io.watchbill.rotation.editor;

import io.watchbill.kit.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a draft that a button of the form asks for: {@code up roles/0/layers/0/turns/2}, or
 * {@code down}, {@code remove}, {@code add} and {@code join}. What is added stands at the end of a
 * list; who joins shares the turn.
 */
record DraftChange(String verb, int role, int layer, int turn) {
  private static final int NONE = -1;
  private static final Pattern FORM =
      Pattern.compile(
          "(up|down|remove|add|join) roles(?:/(\\d{1,4})(?:/layers(?:/(\\d{1,4})"
              + "(?:/turns(?:/(\\d{1,4}))?)?)?)?)?");

  /** Returns the change, if that is what the button asks for. */
  static Optional<DraftChange> of(String button) {
    Matcher matcher = FORM.matcher(button);
    return matcher.matches()
        ? Optional.of(
            new DraftChange(
                matcher.group(1), number(matcher, 2), number(matcher, 3), number(matcher, 4)))
        : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? NONE : Integer.parseInt(matcher.group(group));
  }

  /**
   * Changes the draft.
   *
   * @param start when a new layer begins
   */
  void apply(Draft draft, String start) {
    try {
      change(draft.roles(), start);
    } catch (IndexOutOfBoundsException e) {
      throw Problem.invalid("", "There is no such line in the form.");
    }
  }

  private void change(List<Draft.Role> roles, String start) {
    if (role == NONE) {
      roles.add(Draft.role(name("role", roles.size()), start));
    } else if (layer == NONE) {
      role(roles, start);
    } else {
      layer(roles.get(role).layers());
    }
  }

  private void role(List<Draft.Role> roles, String start) {
    if (verb.equals("add")) {
      List<Draft.Layer> layers = roles.get(role).layers();
      layers.add(Draft.layer(name("layer", layers.size()), start));
    } else {
      move(roles, role);
    }
  }

  private void layer(List<Draft.Layer> layers) {
    if (verb.equals("add")) {
      Draft.words(layers.get(layer).typed("add")).forEach(layers.get(layer).turns()::add);
    } else if (turn == NONE) {
      move(layers, layer);
    } else if (verb.equals("join")) {
      Draft.Layer shared = layers.get(layer);
      shared.turns().set(turn, (shared.turns().get(turn) + " " + shared.typed("add")).strip());
    } else {
      move(layers.get(layer).turns(), turn);
    }
  }

  private void move(List<?> list, int at) {
    switch (verb) {
      case "remove" -> list.remove(at);
      case "up" -> Collections.swap(list, at, Math.max(0, at - 1));
      default -> Collections.swap(list, at, Math.min(list.size() - 1, at + 1));
    }
  }

  private static String name(String kind, int present) {
    return kind + " " + (present + 1);
  }
}
