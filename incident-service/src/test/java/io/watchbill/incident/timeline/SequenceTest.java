package io.watchbill.incident.timeline;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Entries of a timeline are numbered 1, 2, 3, … without gaps, and no slice skips one. */
@QuarkusTest
class SequenceTest {
  @Inject MovableTime time;

  @Test
  void entriesAreNumberedWithoutGapsWhateverWritesThem() {
    String reference = opened("P2");
    act(reference, "acknowledge");
    record(reference, Ids.next().toString(), "step one");
    act(reference, "resolve");
    record(reference, Ids.next().toString(), "paged after the resolve");
    act(reference, "reopen");
    comment(reference, "hm");

    assertThat(sequences(reference)).containsExactly(range(7));
  }

  @Test
  void anEventThatComesTwiceLeavesNoGap() {
    String reference = opened("P2");
    String event = Ids.next().toString();
    record(reference, event, "once");
    record(reference, event, "once");
    record(reference, event, event, "twice in one batch");
    record(reference, Ids.next().toString(), "another");

    assertThat(sequences(reference)).containsExactly(range(3));
  }

  @Test
  void manyWritersAtOnceLeaveNoGapAndNoneIsLost() throws Exception {
    String reference = opened("P2");
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        String text = "writer " + i;
        boolean event = i % 2 == 0;
        writers.add(
            threads.submit(
                () -> {
                  if (event) {
                    record(reference, Ids.next().toString(), text);
                  } else {
                    comment(reference, text);
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(sequences(reference)).containsExactly(range(41));
  }

  @Test
  void aReaderBetweenTwoLateCommitsSkipsNothing() throws Exception {
    String reference = opened("P2");
    String id = incident(reference).getString("id");
    List<Long> read = new ArrayList<>();
    String cursor = pageAfter(reference, null, read);
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        Connection late = ServerUnderTest.connect();
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      // A writer that has its sequence and has not committed yet.
      statement.execute(
          "SELECT entries FROM incident.incident WHERE id = '%s' FOR UPDATE".formatted(id));
      appendByHand(statement, id);
      Future<?> second = threads.submit(() -> comment(reference, "the second writer"));
      Future<?> third = threads.submit(() -> record(reference, Ids.next().toString(), "the third"));
      cursor = pageAfter(reference, cursor, read);
      assertThat(read).containsExactly(1L);
      late.commit();
      second.get();
      third.get();
    }
    pageAfter(reference, cursor, read);

    assertThat(read).containsExactly(1L, 2L, 3L, 4L);
  }

  /** What any writer does under the lock. */
  private static void appendByHand(Statement statement, String id) throws SQLException {
    statement.execute(
        """
        INSERT INTO incident.timeline_entry (incident_id, sequence, id, kind, at, recorded_at,
            actor_kind, actor, channel, text, data)
        SELECT id, entries + 1, gen_random_uuid(), 'comment', now(), now(), 'person', 'ann', 'api',
            'the first writer', '{}' FROM incident.incident WHERE id = '%s'
        """
            .formatted(id));
    statement.execute(
        "UPDATE incident.incident SET entries = entries + 1 WHERE id = '%s'".formatted(id));
  }

  /** Reads all pages of one entry each behind a cursor; answers the last cursor there was. */
  private static String pageAfter(String reference, String cursor, List<Long> read) {
    String last = cursor;
    while (true) {
      Response page =
          admin()
              .queryParam("limit", 500)
              .queryParam("cursor", last == null ? "" : last)
              .get("/v1/incidents/" + reference + "/timeline");
      List<Number> sequences = page.path("items.sequence");
      if (sequences.isEmpty()) {
        return last;
      }
      sequences.forEach(sequence -> read.add(sequence.longValue()));
      last =
          java.util.Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(read.getLast().toString().getBytes());
    }
  }

  private static Long[] range(int count) {
    return LongStream.rangeClosed(1, count).boxed().toArray(Long[]::new);
  }

  private static List<Long> sequences(String reference) {
    List<Number> sequences = timeline(reference).getList("items.sequence");
    return sequences.stream().map(Number::longValue).toList();
  }

  private static void comment(String reference, String text) {
    admin()
        .body(Map.of("text", text))
        .post("/v1/incidents/" + reference + "/comment")
        .then()
        .statusCode(200);
  }

  private void record(String reference, String event, String text) {
    send(List.of(event(reference, event, text)));
  }

  private void record(String reference, String one, String other, String text) {
    send(List.of(event(reference, one, text), event(reference, other, text)));
  }

  private static void send(List<Map<String, Object>> events) {
    Response answer =
        as(TestKeys.service())
            .contentType("application/cloudevents-batch+json")
            .body(events)
            .post("/v1/events");
    List<String> statuses = answer.path("items.status");
    assertThat(statuses).hasSize(events.size()).containsOnly("ACCEPTED");
  }

  private Map<String, Object> event(String reference, String id, String text) {
    String incident = incident(reference).getString("id");
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        "/escalation",
        "type",
        "escalation.recorded",
        "subject",
        incident,
        "data",
        Map.of(
            "incident",
            incident,
            "round",
            1,
            "at",
            time.now().toString(),
            "kind",
            "step",
            "text",
            text));
  }
}
