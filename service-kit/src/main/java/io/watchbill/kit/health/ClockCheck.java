package io.watchbill.kit.health;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.time.TimeShift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Looks at the clock of this process, beside that of Postgres. */
@ApplicationScoped
class ClockCheck implements Check {
  private static final String NAME = "clock";
  private static final String PAGE = "docs/runbooks/WatchbillClockWrong.md";

  /** As the alert has it. */
  private static final Duration WRONG = Duration.ofSeconds(30);

  private final ClockSkew skew;
  private final TimeShift timeShift;

  ClockCheck(ClockSkew skew, TimeShift timeShift) {
    this.skew = skew;
    this.timeShift = timeShift;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        timeShift.shift().isZero()
            ? finding(skew.measure())
            : Finding.fail(
                NAME,
                "The clock was moved by watchbill.clock-offset.",
                "Take that setting away: it is for tests.",
                "docs/settings.md"));
  }

  static Finding finding(Duration ahead) {
    String text =
        "The clock is %s s %s that of Postgres."
            .formatted(ahead.abs().toMillis() / 1000.0, ahead.isNegative() ? "behind" : "ahead of");
    String advice = "Have the clocks of both machines set by NTP.";
    if (ahead.abs().compareTo(WRONG) > 0) {
      return Finding.fail(NAME, text, advice, PAGE);
    }
    return ahead.abs().compareTo(ClockSkew.TOLERATED) > 0
        ? Finding.warn(NAME, text, advice, PAGE)
        : Finding.ok(NAME, ahead.isZero() ? "The clock agrees with that of Postgres." : text);
  }
}
