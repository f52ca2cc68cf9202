package io.watchbill.rotation.handover;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.board.TypedTime;
import io.watchbill.rotation.cover.CoverBody;
import io.watchbill.rotation.handover.ShiftPage.Progress;
import io.watchbill.rotation.shift.ShiftView;
import io.watchbill.rotation.swap.SwapBody;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the forms of a shift's page.
 *
 * @param zone of the caller, on whose wall clock times are typed
 */
record ShiftForm(Map<String, String> fields, ZoneId zone, Instant now) {
  private static final int PARTS = 4;
  private static final String PERSON = "person:";

  /** Returns the value that stands for the shift of a person. */
  static String value(String person, ShiftView shift) {
    return String.join("|", person, shift.role(), shift.start().toString(), shift.end().toString());
  }

  /** Returns how far the shift is; one whose times are not understood is taken to be ahead. */
  Progress progress() {
    if (readable("to").filter(to -> !to.isAfter(now)).isPresent()) {
      return Progress.OVER;
    }
    return readable("from").filter(from -> !from.isAfter(now)).isPresent()
        ? Progress.BEGUN
        : Progress.AHEAD;
  }

  private Optional<Instant> readable(String field) {
    try {
      return Optional.ofNullable(TypedTime.instant(field, fields.get(field), zone));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** Returns the request for cover; of a shift that has begun, of what is left. */
  CoverBody cover() {
    Instant from = TypedTime.instant("from", fields.get("from"), zone);
    return new CoverBody(
        field("role"),
        field("person"),
        ask(field("ask")),
        fields.containsKey("urgent"),
        from == null || from.isBefore(now) ? null : from.toString(),
        time("to"),
        field("reason").strip());
  }

  private static CoverBody.Ask ask(String who) {
    return who.startsWith(PERSON)
        ? new CoverBody.Ask(who.substring(PERSON.length()), "person")
        : new CoverBody.Ask(null, who.isEmpty() ? "team" : who);
  }

  SwapBody swap() {
    String[] other = field("take").split("\\|", -1);
    if (other.length != PARTS) {
      throw Problem.invalid("/take", "Choose a shift to swap for.");
    }
    return new SwapBody(
        new SwapBody.Side(field("person"), field("role"), time("from"), time("to")),
        new SwapBody.Side(other[0], other[1], other[2], other[3]),
        field("reason").strip());
  }

  private String time(String field) {
    return Objects.toString(TypedTime.instant(field, fields.get(field), zone), "");
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
