package io.watchbill.rotation.preview;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.cover.CoverBody;
import io.watchbill.rotation.cover.CoverTaking;
import io.watchbill.rotation.fairness.Share;
import io.watchbill.rotation.fairness.Shares;
import io.watchbill.rotation.override.OverrideRequest;
import io.watchbill.rotation.override.OverrideService;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.rotation.RotationView;
import io.watchbill.rotation.schedule.ScheduleReader;
import io.watchbill.rotation.shift.GapView;
import io.watchbill.rotation.shift.Shifts;
import io.watchbill.rotation.swap.SwapBody;
import io.watchbill.rotation.swap.SwapService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a change of a rotation, calculates its effect, and rolls it back. */
@ApplicationScoped
public class PreviewService {
  private static final long MOST_TURNS = 50_000;

  private final Database database;
  private final RotationService rotations;
  private final OverrideService overrides;
  private final SwapService swaps;
  private final CoverTaking cover;
  private final ScheduleReader schedules;
  private final Shares shares;

  PreviewService(
      Database database,
      RotationService rotations,
      OverrideService overrides,
      SwapService swaps,
      CoverTaking cover,
      ScheduleReader schedules,
      Shares shares) {
    this.database = database;
    this.rotations = rotations;
    this.overrides = overrides;
    this.swaps = swaps;
    this.cover = cover;
    this.schedules = schedules;
    this.shares = shares;
  }

  /** Carries the result out of a transaction that must not be committed. */
  private static final class Seen extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Outlook outlook;

    Seen(Outlook outlook) {
      super(null, null, false, false);
      this.outlook = outlook;
    }
  }

  /** Returns what the definition would change, if it were put now. */
  Preview preview(String id, RotationView wanted, @Nullable String ifMatch, int days) {
    return preview(id, days, tx -> rotations.put(tx, id, wanted, ifMatch));
  }

  /** Returns what the definition would change, with the shifts that would result. */
  public Outlook outlook(String id, RotationView wanted, @Nullable String ifMatch, int days) {
    return outlook(id, days, tx -> rotations.put(tx, id, wanted, ifMatch));
  }

  /** Returns the effect of an override on so many days; nothing is stored. */
  public Preview preview(String id, OverrideRequest wanted, int days) {
    return preview(id, days, tx -> overrides.add(tx, id, wanted));
  }

  /** Returns what the swap would change, if both agreed now. */
  Preview preview(String id, SwapBody wanted, int days) {
    return preview(id, days, tx -> swaps.makeUnasked(tx, id, wanted));
  }

  /**
   * Returns what the cover would change, if it were taken now.
   *
   * @param taker may be absent when one named person is asked
   */
  Preview preview(String id, CoverBody wanted, Optional<String> taker, int days) {
    return preview(id, days, tx -> cover.makeUnasked(tx, id, wanted, taker));
  }

  private Preview preview(String id, int days, Consumer<Tx> change) {
    return outlook(id, days, change).preview();
  }

  private Outlook outlook(String id, int days, Consumer<Tx> change) {
    try {
      return database.inTransaction(
          tx -> {
            throw new Seen(look(tx, id, days, change));
          });
    } catch (Seen seen) {
      return seen.outlook;
    }
  }

  private Outlook look(Tx tx, String id, int days, Consumer<Tx> change) {
    Span range = new Span(tx.now(), tx.now().plus(Duration.ofDays(days)));
    FinalShifts before = shifts(tx, id, range);
    change.accept(tx);
    FinalShifts after = shifts(tx, id, range);
    Preview preview =
        new Preview(
            id,
            range.start(),
            range.end(),
            changes(before.shifts(), after.shifts()),
            before.gaps().stream().map(GapView::of).toList(),
            after.gaps().stream().map(GapView::of).toList(),
            shares(tx, range, before),
            shares(tx, range, after));
    return new Outlook(preview, Shifts.of(after));
  }

  private FinalShifts shifts(Tx tx, String id, Span range) {
    RotationCalendar calendar = new RotationCalendar(schedules.rotation(tx, id, range));
    if (calendar.turns(range, calendar.roles(range)) > MOST_TURNS) {
      throw Problem.invalid("days", "too many turns; choose fewer days");
    }
    return calendar.shifts(range);
  }

  private List<Share> shares(Tx tx, Span range, FinalShifts shifts) {
    return shares.of(tx, range, shifts.shifts(), shifts.shifts());
  }

  private static List<Preview.Change> changes(List<Shift> before, List<Shift> after) {
    Map<String, List<Shift>> was = before.stream().collect(Collectors.groupingBy(Shift::role));
    Map<String, List<Shift>> is = after.stream().collect(Collectors.groupingBy(Shift::role));
    Set<String> roles = new TreeSet<>(was.keySet());
    roles.addAll(is.keySet());
    List<Preview.Change> changes = new ArrayList<>();
    for (String role : roles) {
      Map<String, List<Span>> old = Presence.of(was.getOrDefault(role, List.of()));
      Map<String, List<Span>> fresh = Presence.of(is.getOrDefault(role, List.of()));
      changes.addAll(beyond(role, "gained", fresh, old));
      changes.addAll(beyond(role, "lost", old, fresh));
    }
    changes.sort(Comparator.comparing(Preview.Change::from));
    return changes;
  }

  private static List<Preview.Change> beyond(
      String role, String word, Map<String, List<Span>> these, Map<String, List<Span>> those) {
    List<Preview.Change> changes = new ArrayList<>();
    these.forEach(
        (person, spans) -> {
          Set<Span> others = new HashSet<>(those.getOrDefault(person, List.of()));
          spans.stream()
              .filter(span -> !others.contains(span))
              .map(span -> new Preview.Change(role, person, word, span.start(), span.end()))
              .forEach(changes::add);
        });
    return changes;
  }
}
