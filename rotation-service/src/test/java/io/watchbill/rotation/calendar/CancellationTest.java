package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.fairness.Circumstances;
import io.watchbill.rotation.calendar.fairness.FairOrder;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.BusinessTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long calculations end when nobody waits for their answer any more. */
class CancellationTest {
  private static final Span QUARTER = span("2027-01-04T09:00Z", "2027-03-29T09:00Z");

  private final Rotation rotation =
      new Rotation(
          "r",
          List.of(
              first(
                  role(
                      "primary",
                      layer("weekly", weekly("2027-01-04T09:00", ZoneOffset.UTC), "a a b")))),
          List.of());

  @AfterEach
  void forget() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void endsWhenInterrupted(ThrowingCallable work) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(work).isInstanceOf(CancellationException.class);
  }

  @Test
  void theShiftsOfARange() {
    endsWhenInterrupted(() -> new RotationCalendar(rotation).shifts(QUARTER));
  }

  @Test
  void theSearchForAFairOrder() {
    Circumstances nobodyAway = new Circumstances(Map.of(), Map.of());

    endsWhenInterrupted(
        () -> FairOrder.of(rotation, "primary", at("2027-01-25T09:00Z"), QUARTER, nobodyAway));
  }

  @Test
  void theCountOfWorkingTime() {
    BusinessTime never = new BusinessTime(ZoneOffset.UTC, span -> List.of());

    endsWhenInterrupted(() -> never.plus(at("2027-01-25T09:00Z"), Duration.ofHours(1)));
  }
}
