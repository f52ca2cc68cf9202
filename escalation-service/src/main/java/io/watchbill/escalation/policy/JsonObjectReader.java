package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.problem.Violation;
import io.watchbill.kit.text.Typed;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads a JSON object and collects its violations by JSON pointer. */
final class JsonObjectReader {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern MONTHS =
      Pattern.compile("P(?=.*[MY])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}D)?");

  private final JsonNode node;
  private final String pointer;
  private final List<Violation> violations;

  JsonObjectReader(JsonNode node, String pointer, List<Violation> violations, Set<String> known) {
    this.node = node;
    this.pointer = pointer;
    this.violations = violations;
    if (!node.isObject()) {
      wrong("", "an object is expected");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                wrong("/" + field, "this field is not known; allowed are " + sorted(known));
              }
            });
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  JsonNode get(String field) {
    return node.path(field);
  }

  String at(String field) {
    return pointer + "/" + field;
  }

  private static final int LONGEST_TEXT = 100;

  void wrong(String field, String detail) {
    violations.add(new Violation(pointer + field, detail));
  }

  String text(String field, String absent, int longest) {
    if (!has(field)) {
      if (absent == null) {
        wrong("/" + field, "is needed: a text of 1 to " + longest + " characters");
      }
      return absent == null ? "" : absent;
    }
    JsonNode value = node.get(field);
    boolean fits =
        value.isTextual()
            && !Typed.isBlank(value.asText())
            && Typed.faultOfLine(value.asText(), longest).isEmpty();
    if (!fits) {
      wrong("/" + field, "a text of 1 to " + longest + " printable characters is expected");
    }
    return value.asText();
  }

  String matching(String field, String absent, Pattern pattern) {
    String text = text(field, absent, 100);
    if (has(field) && !pattern.matcher(text).matches()) {
      wrong("/" + field, "must match " + pattern);
    }
    return text;
  }

  <E> E oneOf(String field, E absent, List<E> allowed, java.util.function.Function<E, String> as) {
    if (!has(field)) {
      return absent;
    }
    String text = node.get(field).asText();
    for (E one : allowed) {
      if (as.apply(one).equals(text)) {
        return one;
      }
    }
    wrong("/" + field, "allowed are " + allowed.stream().map(as).toList());
    return absent;
  }

  int number(String field, Integer absent, int least, int most) {
    JsonNode value = node.path(field);
    if (!has(field) && absent != null) {
      return absent;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    if (!fits || value.asInt() < least || value.asInt() > most) {
      wrong("/" + field, "a whole number from " + least + " to " + most + " is expected");
      return least;
    }
    return value.asInt();
  }

  boolean flag(String field) {
    if (has(field) && !node.get(field).isBoolean()) {
      wrong("/" + field, "true or false is expected");
    }
    return node.path(field).asBoolean(false);
  }

  Duration duration(String field, Duration least) {
    return duration(field, least, LONGEST);
  }

  Duration duration(String field, Duration least, Duration most) {
    Optional<Duration> duration = parsed(node.path(field).asText(""));
    if (duration.isEmpty()
        || duration.get().compareTo(least) < 0
        || duration.get().compareTo(most) > 0) {
      String longest = most.equals(LONGEST) ? "P366D" : most.toString();
      wrong(
          "/" + field,
          "an ISO 8601 duration from "
              + least
              + " to "
              + longest
              + " is expected, like PT30M or P2D");
      return least;
    }
    return duration.get();
  }

  /** Returns a period that has months or years; empty if there is none. */
  Optional<Period> months(String field) {
    if (!MONTHS.matcher(node.path(field).asText("")).matches()) {
      return Optional.empty();
    }
    Period period = Period.parse(node.path(field).asText());
    if (period.toTotalMonths() > 12 || period.toTotalMonths() < 1 || period.getDays() > 31) {
      wrong("/" + field, "a period from P1M to P1Y is expected, like P1M or P1M15D");
      return Optional.of(Period.ofMonths(1));
    }
    return Optional.of(period);
  }

  ZoneId zone(String field, ZoneId absent) {
    if (!has(field)) {
      return absent;
    }
    String id = node.path(field).asText();
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      wrong("/" + field, "a zone of the IANA time zone database is expected, like Europe/Berlin");
      return absent;
    }
    return ZoneId.of(id);
  }

  List<String> texts(String field, int most, Pattern pattern) {
    return list(
        field,
        0,
        most,
        (value, at) -> {
          boolean fits = value.isTextual() && pattern.matcher(value.asText()).matches();
          if (!fits || Typed.faultOfLine(value.asText(), LONGEST_TEXT).isPresent()) {
            violations.add(new Violation(at, "a text that matches " + pattern + " is expected"));
          }
          return value.asText();
        });
  }

  <T> List<T> list(String field, int least, int most, BiFunction<JsonNode, String, T> each) {
    List<T> list = new ArrayList<>();
    JsonNode value = node.path(field);
    boolean absent = least == 0 && !has(field);
    if (absent) {
      return list;
    }
    if (!value.isArray() || value.size() < least || value.size() > most) {
      wrong("/" + field, "a list of " + least + " to " + most + " is expected");
      return list;
    }
    for (int i = 0; i < value.size(); i++) {
      list.add(each.apply(value.get(i), at(field) + "/" + i));
    }
    return list;
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static List<String> sorted(Set<String> known) {
    return known.stream().sorted().toList();
  }
}
