package io.watchbill.incident.testpage;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores the newest test pages of each person. */
@ApplicationScoped
class TestPageRepository {
  /** How many are kept of a person. */
  static final int KEPT = 20;

  private static final String SELECT =
      "SELECT incident, number, person, sent_at, ended_at, channel FROM test_page ";

  /** Nothing while one waits for an answer: that is a unique index. */
  private static final String INSERT =
      """
      INSERT INTO test_page (incident, number, person, sent_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (person) WHERE ended_at IS NULL DO NOTHING
      """;

  private static final String FORGET =
      """
      DELETE FROM test_page
       WHERE incident IN (SELECT incident FROM test_page WHERE person = $1
                           ORDER BY sent_at DESC OFFSET %s)
      """
          .formatted(KEPT);

  private static final String RECENT =
      "SELECT count(*) AS count FROM test_page WHERE person = $1 AND sent_at > $2";

  /** Returns the test pages of a person, the newest first. */
  List<TestPage> of(Tx tx, String person) {
    return tx
        .query(SELECT + "WHERE person = $1 ORDER BY sent_at DESC LIMIT " + KEPT, person)
        .stream()
        .map(TestPage::of)
        .toList();
  }

  Optional<TestPage> find(Tx tx, UUID incident) {
    return tx.one(SELECT + "WHERE incident = $1", incident).map(TestPage::of);
  }

  /** Returns how many were sent to a person lately. */
  long within(Tx tx, String person, Duration time) {
    return tx.query(RECENT, person, tx.now().minus(time)).getFirst().getLong("count");
  }

  /** Stores one that begins to wait; returns whether none waits already. */
  boolean insert(Tx tx, UUID incident, long number, String person) {
    boolean stored = tx.update(INSERT, incident, number, person, tx.now()) == 1;
    tx.send(FORGET, person);
    return stored;
  }

  /**
   * Ends one that waits.
   *
   * @param channel by which the person acknowledged it; null if nobody or somebody else did
   */
  void end(Tx tx, UUID incident, @Nullable String channel) {
    tx.update(
        "UPDATE test_page SET ended_at = $2, channel = $3 WHERE incident = $1 AND ended_at IS NULL",
        incident,
        tx.now(),
        channel);
  }
}
