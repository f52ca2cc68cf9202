package io.watchbill.kit.event;

import io.opentelemetry.api.trace.SpanKind;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.UnstorableText;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Gives received events to their consumers, together where that is cheaper. */
@ApplicationScoped
class EventProcessing {
  private static final Logger LOG = Logger.getLogger(EventProcessing.class);

  private final Traces traces;

  EventProcessing(Traces traces) {
    this.traces = traces;
  }

  /** Processes events of one line, and stores the answer of each at its place. */
  void take(List<Arrived> events, EventAnswer[] answers) {
    boolean taken =
        events.size() > 1
            && events.getFirst().consumer() instanceof BatchConsumer consumer
            && takeTogether(consumer, events, answers);
    if (!taken) {
      events.forEach(one -> answers[one.place()] = take(one));
    }
  }

  /** Returns whether all have an answer; if not, each is to be processed by itself. */
  private boolean takeTogether(
      BatchConsumer consumer, List<Arrived> events, EventAnswer[] answers) {
    List<Traced> spans = events.stream().map(one -> span(one.event())).toList();
    try {
      List<EventAnswer> taken = consumer.accept(within(spans, events));
      for (int i = 0; i < taken.size(); i++) {
        answers[events.get(i).place()] = taken.get(i);
      }
      return true;
    } catch (DatabaseUnavailableException e) {
      LOG.warnf("%d events failed: %s", events.size(), e);
      events.forEach(one -> answers[one.place()] = EventAnswer.retry("failed, try again"));
      return true;
    } catch (RuntimeException e) {
      LOG.debug("a batch failed; each event is processed by itself", e);
      return false;
    } finally {
      spans.forEach(Traced::close);
    }
  }

  /** Each event of a batch continues the trace in which it was sent. */
  private Traced span(CloudEvent event) {
    return traces.continuing(event.traceparent(), "process " + event.type(), SpanKind.CONSUMER);
  }

  private static List<CloudEvent> within(List<Traced> spans, List<Arrived> events) {
    return IntStream.range(0, events.size())
        .mapToObj(i -> events.get(i).event().within(spans.get(i).traceparent()))
        .toList();
  }

  private EventAnswer take(Arrived arrived) {
    CloudEvent event = arrived.event();
    try (Traced span = span(event).here()) {
      return arrived.consumer().accept(event.within(span.traceparent()));
    } catch (UnreadableEventException | UnstorableText e) {
      return EventAnswer.invalid(e.getMessage());
    } catch (RuntimeException e) {
      LOG.warnf("event %s of type %s failed: %s", event.id(), event.type(), e);
      LOG.debug("the event's failure", e);
      return EventAnswer.retry("failed, try again");
    }
  }
}
