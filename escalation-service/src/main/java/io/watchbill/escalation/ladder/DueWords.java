package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Timing;
import io.watchbill.escalation.plan.wording.Names;
import java.time.Duration;
import java.util.Locale;

/**
 * When a step is due.
 *
 * @param after atOnce, span, business or sla
 * @param span how long after what it counts from
 * @param hoursOf the rotation whose working hours count
 * @param since what it counts from, as the policy says it
 * @param every the distance of its repetitions
 * @param times how often it is repeated; 0: never
 */
@TemplateData
public record DueWords(
    String after, String span, String hoursOf, String since, String every, int times) {

  static DueWords of(Timing timing, Names names, Locale language) {
    String since = timing.since().text();
    String every = SpanWords.of(timing.repeat().every(), language);
    int times = timing.repeat().times();
    return switch (timing.after()) {
      case After.Fixed fixed ->
          new DueWords(
              fixed.duration().equals(Duration.ZERO) ? "atOnce" : "span",
              SpanWords.of(fixed.duration(), language),
              "",
              since,
              every,
              times);
      case After.Calendar calendar ->
          new DueWords("span", SpanWords.of(calendar.period(), language), "", since, every, times);
      case After.Business business ->
          new DueWords(
              "business",
              SpanWords.of(business.duration(), language),
              names.rotation(business.rotation()),
              since,
              every,
              times);
      case After.AcknowledgeSla sla -> new DueWords("sla", "", "", since, every, times);
    };
  }
}
