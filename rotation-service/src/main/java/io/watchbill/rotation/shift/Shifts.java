package io.watchbill.rotation.shift;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The final shifts and gaps of a range, cut to it. */
@RegisterForReflection
@Schema(description = "The final shifts and gaps of a range, cut to it, by start.")
public record Shifts(List<ShiftView> shifts, List<GapView> gaps) {

  /** No shifts and no gaps. */
  static final Shifts NONE = new Shifts(List.of(), List.of());

  /** Returns the shifts as the API shows them. */
  public static Shifts of(FinalShifts shifts) {
    return new Shifts(
        shifts.shifts().stream().map(ShiftView::of).toList(),
        shifts.gaps().stream().map(GapView::of).toList());
  }
}
