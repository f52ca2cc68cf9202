package io.watchbill.escalation.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.restore.Loss.Stored;
import io.watchbill.escalation.restore.RestoreRepository.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What tells that the database was restored to an older moment, and what does not. */
class LossTest {
  private static final Instant T = Instant.parse("2026-11-30T12:00:00Z");
  private static final Instant LATER = T.plusSeconds(20);
  private static final Stored STORED = new Stored(7, T);

  private static Optional<Note> note(long number, Instant at) {
    return Optional.of(new Note(number, at, false));
  }

  @Test
  void aNoteThatIsThereOnAnotherServerWasNotLostHoweverLongItTook() {
    assertThat(
            Loss.of(STORED, note(7, T), note(7, T), Optional.empty(), T.plus(Duration.ofHours(3))))
        .isEmpty();
  }

  @Test
  void aNoteWhoseCommitWasNotAnsweredDoesNoHarm() {
    assertThat(Loss.of(STORED, note(8, LATER), note(8, LATER), Optional.empty(), LATER)).isEmpty();
  }

  @Test
  void anOlderNoteIsALossBackToTheNewestOfAny() {
    Instant others = T.minusSeconds(60);

    assertThat(
            Loss.of(STORED, note(3, T.minusSeconds(90)), note(9, others), Optional.empty(), LATER))
        .get()
        .satisfies(
            loss -> {
              assertThat(loss.seen()).isEqualTo(T);
              assertThat(loss.restoredTo()).isEqualTo(others);
            });
  }

  @Test
  void aNoteThatIsGoneIsALoss() {
    assertThat(Loss.of(STORED, Optional.empty(), Optional.empty(), Optional.empty(), LATER))
        .isPresent();
  }

  @Test
  void whatWasSentSinceTheLastNoteAndIsGoneIsALoss() {
    Instant sent = T.plusSeconds(3);

    assertThat(Loss.of(STORED, note(7, T), note(7, T), Optional.of(sent), LATER))
        .get()
        .satisfies(
            loss -> {
              assertThat(loss.seen()).isEqualTo(sent);
              assertThat(loss.restoredTo()).isEqualTo(T);
            });
  }

  @Test
  void aReplicaThatHasJustStartedBelievesAnotherServerAfterALongTime() {
    assertThat(
            Loss.of(
                null,
                Optional.empty(),
                note(9, T),
                Optional.empty(),
                T.plus(Duration.ofMinutes(20))))
        .get()
        .extracting(Loss::restoredTo)
        .isEqualTo(T);
  }

  @Test
  void aReplicaThatHasJustStartedTakesAShortTimeForAFailover() {
    assertThat(
            Loss.of(
                null,
                Optional.empty(),
                note(9, T),
                Optional.empty(),
                T.plus(Duration.ofMinutes(1))))
        .isEmpty();
  }

  @Test
  void theSameServerAfterALongTimeWasOnlyDown() {
    Optional<Note> same = Optional.of(new Note(9, T, true));

    assertThat(Loss.of(null, Optional.empty(), same, Optional.empty(), T.plus(Duration.ofHours(9))))
        .isEmpty();
  }

  @Test
  void aNewInstallationHasLostNothing() {
    assertThat(Loss.of(null, Optional.empty(), Optional.empty(), Optional.empty(), T)).isEmpty();
  }

  @Test
  void replicasAndOperatorsThatNoticeTheSameLossNoteItOnce() {
    Loss loss = new Loss(T, T.minusSeconds(30), "");

    assertThat(loss.isOf(restore(T.minusSeconds(35), LATER))).isTrue();
    assertThat(loss.isOf(restore(T, LATER))).isTrue();
    assertThat(loss.isOf(restore(T.minusSeconds(60), T.minusSeconds(10)))).isFalse();
    assertThat(loss.isOf(restore(T.plusSeconds(5), LATER))).isFalse();
  }

  private static Restore restore(Instant restoredTo, Instant noticedAt) {
    return new Restore(new UUID(0, 1), restoredTo, noticedAt);
  }
}
