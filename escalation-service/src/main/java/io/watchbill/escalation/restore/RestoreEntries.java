package io.watchbill.escalation.restore;

import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.escalation.restore.RestoreRepository.Unrecorded;
import io.watchbill.escalation.snapshot.OpenSnapshots;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Records a restore in the timelines of all incidents that were open before it, in parts. */
@ApplicationScoped
class RestoreEntries {
  private static final int PART = 200;

  private final Database database;
  private final RestoreRepository repository;
  private final OpenSnapshots snapshots;
  private final Timeline timeline;

  RestoreEntries(
      Database database, RestoreRepository repository, OpenSnapshots snapshots, Timeline timeline) {
    this.database = database;
    this.repository = repository;
    this.snapshots = snapshots;
    this.timeline = timeline;
  }

  /** Records it for the next incidents; returns whether there may be more. */
  boolean record() {
    return database.inTransaction(
        tx -> repository.unrecorded(tx).map(restore -> record(tx, restore)).orElse(false));
  }

  private boolean record(Tx tx, Unrecorded unrecorded) {
    Restore restore = unrecorded.restore();
    List<OpenSnapshots.Open> open =
        snapshots.openAfter(tx, unrecorded.until(), restore.noticedAt(), PART);
    timeline.record(tx, open.stream().map(one -> entry(tx, one, restore)).toList());
    if (open.size() < PART) {
      repository.recorded(tx, restore);
    } else {
      repository.recordedUntil(tx, restore, open.getLast().incident());
    }
    return true;
  }

  private static Entry entry(Tx tx, OpenSnapshots.Open open, Restore restore) {
    return new Entry(
        open.incident(),
        open.round(),
        tx.now(),
        Entry.Kind.ALARM,
        "The database was restored to its state of "
            + Wording.instant(restore.restoredTo().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
            + ". What happened until "
            + Wording.instant(restore.noticedAt().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
            + " is lost, acknowledgements too; people may be paged a second time, and the page"
            + " says so",
        Map.of(
            "restoredTo", restore.restoredTo().toString(),
            "noticedAt", restore.noticedAt().toString()));
  }
}
