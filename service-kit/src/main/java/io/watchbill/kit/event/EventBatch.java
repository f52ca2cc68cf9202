package io.watchbill.kit.event;

import io.watchbill.kit.slice.Items;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events that are sent together.
 *
 * @param rows what they are made of, in the same order
 */
record EventBatch(List<OutboxRow> rows, List<CloudEvent> events) {

  /** Returns those of the claimed rows that need not be sent. */
  List<OutboxRow> obsolete(List<OutboxRow> claimed) {
    Set<OutboxRow> sent = new HashSet<>(rows);
    return claimed.stream().filter(row -> !sent.contains(row)).toList();
  }

  /** Returns the traces that the events are parts of, null for those of none. */
  List<@Nullable String> traceparents() {
    return events.stream().<@Nullable String>map(CloudEvent::traceparent).toList();
  }

  /** Sends the events and returns the answers by the events' ids. */
  Map<String, EventAnswer> post(EventsClient client) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    Items<EventAnswer> answers;
    try {
      answers = client.send(events);
    } catch (WebApplicationException e) {
      if (rows.size() == 1 && isOfWhatWasSent(e)) {
        String why = "the receiver answered " + e.getResponse().getStatus();
        return Map.of(rows.getFirst().id().toString(), EventAnswer.invalid(why));
      }
      throw e;
    }
    return answers.items().stream()
        .filter(answer -> answer.id() != null)
        .collect(Collectors.toMap(EventAnswer::id, Function.identity(), (a, b) -> b));
  }

  /** Returns whether a retry is pointless: the body is too large or cannot be parsed. */
  static boolean isOfWhatWasSent(RuntimeException e) {
    return e instanceof WebApplicationException answered
        && (answered.getResponse().getStatus() == 413 || answered.getResponse().getStatus() == 400);
  }
}
