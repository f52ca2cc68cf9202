package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.problem.Violation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a line of a text.
 *
 * @param line its number; 0 if it is about no line
 * @param text what stands there
 */
@TemplateData
public record Complaint(int line, String text, String detail) {
  private static final Pattern LINE = Pattern.compile("line (\\d{1,7}): (.*)", Pattern.DOTALL);

  static Complaint of(Violation violation, String text) {
    return of(violation.detail(), text);
  }

  static Complaint of(String detail, String text) {
    Matcher matcher = LINE.matcher(detail);
    if (!matcher.matches()) {
      return new Complaint(0, "", detail);
    }
    int line = Integer.parseInt(matcher.group(1));
    return new Complaint(
        line, text.lines().skip(line - 1L).findFirst().orElse(""), matcher.group(2));
  }
}
