package io.watchbill.rotation.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of an iCalendar file between {@code BEGIN} and {@code END} (RFC 5545, 3.6). */
final class Component {
  private static final int DEEPEST = 10;

  private final String name;
  private final List<ContentLine> lines = new ArrayList<>();
  private final List<Component> parts = new ArrayList<>();

  private Component(String name) {
    this.name = name;
  }

  /**
   * Returns the calendars of a text; everything outside them is skipped.
   *
   * @throws Unreadable when a component begins and does not end
   */
  static List<Component> calendars(String text) {
    Component file = new Component("");
    Deque<Component> open = new ArrayDeque<>(List.of(file));
    for (ContentLine line : ContentLine.of(text)) {
      String value = line.value().toUpperCase(Locale.ROOT);
      if (line.name().equals("BEGIN")) {
        Component part = new Component(value);
        open.element().parts.add(part);
        open.push(part);
      } else if (line.name().equals("END")) {
        if (!open.element().name.equals(value) || open.size() == 1) {
          throw new Unreadable("END:" + value + " ends nothing that is open");
        }
        open.pop();
      } else {
        open.element().lines.add(line);
      }
      if (open.size() > DEEPEST) {
        throw new Unreadable("its components are nested too deeply");
      }
    }
    if (open.size() > 1) {
      throw new Unreadable("BEGIN:" + open.element().name + " has no END");
    }
    return file.parts("VCALENDAR").toList();
  }

  Stream<Component> parts(String wanted) {
    return parts.stream().filter(part -> part.name.equals(wanted));
  }

  List<Component> parts() {
    return parts;
  }

  String name() {
    return name;
  }

  Stream<ContentLine> all(String property) {
    return lines.stream().filter(line -> line.name().equals(property));
  }

  Optional<ContentLine> first(String property) {
    return all(property).findFirst();
  }

  /** Returns the text of a property, or an empty one. */
  String text(String property) {
    return first(property).map(ContentLine::text).orElse("");
  }
}
