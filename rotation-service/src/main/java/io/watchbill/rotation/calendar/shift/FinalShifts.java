package io.watchbill.rotation.calendar.shift;

import java.util.List;

/**
 * The final shifts and gaps of a range, cut to it. Every instant of the range at which a role is
 * defined lies in one of its shifts or gaps.
 *
 * @param shifts by start, then in the order of the roles, then by layer
 * @param gaps by start
 */
public record FinalShifts(List<Shift> shifts, List<Gap> gaps) {
  public FinalShifts {
    shifts = List.copyOf(shifts);
    gaps = List.copyOf(gaps);
  }
}
