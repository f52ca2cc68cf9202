package io.watchbill.rotation.editor;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.page.Frame;
import io.watchbill.rotation.board.ScheduleTable;
import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.preview.Outlook;
import io.watchbill.rotation.preview.Preview;
import io.watchbill.rotation.preview.PreviewService;
import io.watchbill.rotation.rotation.RotationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the next four weeks as they would be with a definition. */
@ApplicationScoped
class Outlooks {
  private static final int DAYS = 28;
  private static final int SHOWN = 14;

  private final PreviewService previews;
  private final KnownPeople people;
  private final Database database;
  private final Frame frame;
  private final Clock clock;

  Outlooks(
      PreviewService previews, KnownPeople people, Database database, Frame frame, Clock clock) {
    this.previews = previews;
    this.people = people;
    this.database = database;
    this.frame = frame;
    this.clock = clock;
  }

  EditorPage.Seen see(String id, RotationView wanted, @Nullable String ifMatch) {
    Outlook outlook = previews.outlook(id, wanted, ifMatch, DAYS);
    List<String> affected =
        outlook.preview().changes().stream().map(Preview.Change::person).distinct().toList();
    List<String> shown =
        Stream.concat(
                affected.stream(),
                outlook.shifts().shifts().stream().flatMap(shift -> shift.people().stream()))
            .distinct()
            .toList();
    Map<String, String> names = database.read(tx -> people.names(tx, shown));
    LocalDate today = LocalDate.ofInstant(clock.instant(), frame.zone());
    return new EditorPage.Seen(
        outlook.preview(),
        Stream.of(today, today.plusDays(SHOWN))
            .map(first -> table(outlook, names, first, today))
            .toList(),
        affected,
        names);
  }

  private ScheduleTable table(
      Outlook outlook, Map<String, String> names, LocalDate first, LocalDate today) {
    Range range = new Range(first, SHOWN, frame.zone());
    return ScheduleTable.of(outlook.shifts(), names, range, frame.language(), today);
  }
}
