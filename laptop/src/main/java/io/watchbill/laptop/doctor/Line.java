package io.watchbill.laptop.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.kit.finding.Verdict;
import java.util.Optional;

/**
 * One finding, of a service or of this program.
 *
 * @param where a service's word, or {@code here}
 * @param advice what to do; empty when all is well
 * @param page the page of the documentation to read
 */
record Line(
    String where,
    Verdict verdict,
    String check,
    String text,
    Optional<String> advice,
    Optional<String> page) {
  static final String HERE = "here";

  static Line ok(String where, String check, String text) {
    return new Line(where, Verdict.OK, check, text, Optional.empty(), Optional.empty());
  }

  static Line of(
      String where, Verdict verdict, String check, String text, String advice, String page) {
    return new Line(where, verdict, check, text, Optional.of(advice), Optional.of(page));
  }

  /** Reads a finding of a service's answer; a verdict that is not known is a warning. */
  static Line of(String where, JsonNode finding) {
    return new Line(
        where,
        verdict(finding.path("verdict").asText()),
        finding.path("check").asText(),
        finding.path("text").asText(),
        text(finding.path("advice")),
        text(finding.path("page")));
  }

  private static Verdict verdict(String word) {
    return switch (word) {
      case "OK" -> Verdict.OK;
      case "FAIL" -> Verdict.FAIL;
      default -> Verdict.WARN;
    };
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** Returns it as one line for people: what fails stands out. */
  String shown() {
    String word =
        switch (verdict) {
          case OK -> "ok";
          case WARN -> "warn";
          case FAIL -> "FAIL";
        };
    String whole =
        "%-4s  %-10s  %s: %s".formatted(word, where, check, text)
            + advice.map(what -> " " + what).orElse("")
            + page.map(which -> " [" + which + "]").orElse("");
    // What a service answers goes to a terminal.
    return whole.replaceAll("\\p{Cntrl}+", " ");
  }

  void writeTo(ObjectNode json) {
    json.put("where", where).put("verdict", verdict.name()).put("check", check).put("text", text);
    json.put("advice", advice.orElse(null)).put("page", page.orElse(null));
  }
}
