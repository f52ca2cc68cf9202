package io.watchbill.testkit;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.OutboxRow;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.timer.DueTimer;
import io.watchbill.kit.timer.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Both ends of an event and a timer, remembered for the tests. */
@ApplicationScoped
public class ThingEvents implements OutboundEvent, EventConsumer, TimerHandler {
  final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<Integer> batches = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> fired = new ConcurrentLinkedQueue<>();

  @Override
  public String type() {
    return "thing.made";
  }

  @Override
  public String kind() {
    return "touch";
  }

  @Override
  public String destination() {
    return "escalation";
  }

  @Override
  public Map<UUID, Object> data(List<OutboxRow> rows) {
    if (rows.stream().anyMatch(row -> row.subject().startsWith("unreadable"))) {
      throw new IllegalStateException("a row that cannot be read");
    }
    Map<UUID, Object> data = new HashMap<>();
    rows.stream()
        .filter(row -> !row.subject().startsWith("obsolete"))
        .forEach(row -> data.put(row.id(), data(row)));
    return data;
  }

  private static Map<String, String> data(OutboxRow row) {
    int filling =
        row.subject().startsWith("huge")
            ? 2_000_000
            : row.subject().startsWith("large") ? 100_000 : 0;
    return Map.of("thing", row.subject(), "filling", "x".repeat(filling));
  }

  @Override
  public void answered(Tx tx, OutboxRow row, EventAnswer answer) {
    answered.add(row.subject() + " " + answer.status());
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    String thing = event.data().path("thing").asText();
    taken.add(thing);
    if (thing.startsWith("poison")) {
      return EventAnswer.invalid("poison");
    }
    if (thing.startsWith("unlucky")) {
      throw Problem.invalid("/stored", "what is stored here cannot be read");
    }
    if (thing.startsWith("confused")) {
      throw new IllegalArgumentException("an error of ours");
    }
    if (thing.startsWith("later") && count(thing) < 3) {
      throw new IllegalStateException("not yet");
    }
    return thing.startsWith("refuse") ? EventAnswer.refused("no") : EventAnswer.accepted();
  }

  List<String> taken() {
    return List.copyOf(taken);
  }

  List<String> answered() {
    return List.copyOf(answered);
  }

  List<Integer> batches() {
    return List.copyOf(batches);
  }

  List<String> fired() {
    return List.copyOf(fired);
  }

  private long count(String thing) {
    return taken.stream().filter(thing::equals).count();
  }

  @Override
  public int together() {
    return 20;
  }

  @Override
  public void fire(Tx tx, List<DueTimer> timers) {
    batches.add(timers.size());
    TimerHandler.super.fire(tx, timers);
  }

  @Override
  public void fire(Tx tx, String key, Instant due) {
    fired.add(key);
    if (key.startsWith("broken") && fired.stream().filter(key::equals).count() < 2) {
      throw new IllegalStateException("the first time fails");
    }
    if (key.startsWith("refused") && fired.stream().filter(key::equals).count() < 2) {
      tx.update("SELECT 1 / 0");
    }
    tx.update("UPDATE thing SET note = 'touched' WHERE id = $1", key);
  }
}
