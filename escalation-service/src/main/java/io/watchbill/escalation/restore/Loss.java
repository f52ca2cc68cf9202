package io.watchbill.escalation.restore;

import io.watchbill.escalation.restore.RestoreRepository.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commits that were there are not there any more.
 *
 * @param seen a moment that belongs to what is lost, or is the last that is not
 * @param restoredTo the last moment that is known to be there
 */
record Loss(Instant seen, Instant restoredTo, String evidence) {
  /** A failover is over by then; a restore to an older moment begins only then. */
  private static final Duration FAILOVER = Duration.ofMinutes(2);

  /** What this replica stored last, of which the database answered that it is committed. */
  record Stored(long number, Instant at) {}

  /**
   * Decides whether commits were lost. A replica that has stored a note knows: it is there or it is
   * not, whatever server it is. One that has just started believes it of another server than that
   * of the newest note, if too much time has passed for a failover.
   *
   * @param stored null when it has stored nothing yet
   * @param own the replica's note as the database has it
   * @param newest of any replica
   * @param sent when it sent what the database does not know any more
   */
  static Optional<Loss> of(
      @Nullable Stored stored,
      Optional<Note> own,
      Optional<Note> newest,
      Optional<Instant> sent,
      Instant now) {
    if (stored == null) {
      return newest
          .filter(note -> !note.sameServer() && note.at().plus(FAILOVER).isBefore(now))
          .map(note -> new Loss(note.at(), note.at(), "another server, long after the last note"));
    }
    Instant restoredTo = newest.map(Note::at).orElse(stored.at());
    if (own.isEmpty() || own.get().number() < stored.number()) {
      String evidence = "a replica's note of " + stored.at() + " is not there";
      return Optional.of(new Loss(stored.at(), restoredTo, evidence));
    }
    return sent.map(at -> new Loss(at, restoredTo, "what was sent at " + at + " is not there"));
  }

  /** Returns whether it is the loss that came with a restore. */
  boolean isOf(Restore restore) {
    return !restore.restoredTo().isAfter(seen) && restore.noticedAt().isAfter(seen);
  }
}
