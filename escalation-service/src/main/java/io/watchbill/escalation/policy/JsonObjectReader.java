package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.problem.Violations.Place;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object and collects its violations by JSON pointer. By hand, since Jackson stops at
 * the first value that does not fit, and a field of a policy may be a text or an object.
 */
final class JsonObjectReader {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern MONTHS =
      Pattern.compile("P(?=.*[MY])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}D)?");

  private final JsonNode node;
  private final Place place;

  JsonObjectReader(JsonNode node, Place place, Set<String> known) {
    this.node = node;
    this.place = place;
    if (!node.isObject()) {
      place.add("an object is expected");
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                at(field).add("this field is not known; allowed are " + sorted(known));
              }
            });
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  JsonNode get(String field) {
    return node.path(field);
  }

  /** Returns the place of the object. */
  Place place() {
    return place;
  }

  /** Returns the place of a field. */
  Place at(String field) {
    return place.field(field);
  }

  private static final int LONGEST_TEXT = 100;

  String text(String field, @Nullable String absent, int longest) {
    if (!has(field)) {
      if (absent == null) {
        at(field).add("is needed: a text of 1 to " + longest + " characters");
      }
      return absent == null ? "" : absent;
    }
    JsonNode value = node.get(field);
    boolean fits =
        value.isTextual()
            && !Typed.isBlank(value.asText())
            && Typed.faultOfLine(value.asText(), longest).isEmpty();
    if (!fits) {
      at(field).add("a text of 1 to " + longest + " printable characters is expected");
    }
    return value.asText();
  }

  String matching(String field, @Nullable String absent, Pattern pattern) {
    String text = text(field, absent, 100);
    if (has(field) && !pattern.matcher(text).matches()) {
      at(field).add("must match " + pattern);
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
    at(field).add("allowed are " + allowed.stream().map(as).toList());
    return absent;
  }

  int number(String field, @Nullable Integer absent, int least, int most) {
    JsonNode value = node.path(field);
    if (!has(field) && absent != null) {
      return absent;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    if (!fits || value.asInt() < least || value.asInt() > most) {
      at(field).add("a whole number from " + least + " to " + most + " is expected");
      return least;
    }
    return value.asInt();
  }

  boolean flag(String field) {
    if (has(field) && !node.get(field).isBoolean()) {
      at(field).add("true or false is expected");
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
      at(field)
          .add(
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
      at(field).add("a period from P1M to P1Y is expected, like P1M or P1M15D");
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
      at(field).add("a zone of the IANA time zone database is expected, like Europe/Berlin");
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
            at.add("a text that matches " + pattern + " is expected");
          }
          return value.asText();
        });
  }

  <T> List<T> list(String field, int least, int most, BiFunction<JsonNode, Place, T> each) {
    List<T> list = new ArrayList<>();
    JsonNode value = node.path(field);
    boolean absent = least == 0 && !has(field);
    if (absent) {
      return list;
    }
    if (!value.isArray() || value.size() < least || value.size() > most) {
      at(field).add("a list of " + least + " to " + most + " is expected");
      return list;
    }
    for (int i = 0; i < value.size(); i++) {
      list.add(each.apply(value.get(i), at(field).item(i)));
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
