package io.watchbill.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.paging.Items;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Where the neighbours bring their facts. Each event is answered for itself. */
@Path("/v1/events")
@RolesAllowed(Rights.SERVICE)
@RunOnVirtualThread
@Tag(name = "events")
public class EventsResource {
  private static final Logger LOG = Logger.getLogger(EventsResource.class);
  private static final int MAX_BATCH = 1_000;

  /** Each waits for commits of its own; a few at once keep a flood from waiting for all of them. */
  private static final int AT_ONCE = 8;

  static final String BATCH = "application/cloudevents-batch+json";

  private final Map<String, EventConsumer> consumers;
  private final Json json;
  private final ReceivedEvents received;

  EventsResource(Instance<EventConsumer> consumers, Json json, ReceivedEvents received) {
    this.consumers =
        consumers.stream().collect(Collectors.toMap(EventConsumer::type, Function.identity()));
    this.json = json;
    this.received = received;
  }

  @POST
  @Consumes({BATCH, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeEvents",
      summary = "Takes a batch of CloudEvents from a neighbouring service",
      description = "At most 1,000 events. Each is answered for itself, by its id.")
  public Items<EventAnswer> take(List<JsonNode> batch) {
    if (batch == null || batch.size() > MAX_BATCH) {
      throw Problem.invalid("", "The body is a list of at most " + MAX_BATCH + " CloudEvents.");
    }
    EventAnswer[] answers = new EventAnswer[batch.size()];
    Semaphore room = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<Integer> places : placesBySubject(batch)) {
        room.acquireUninterruptibly();
        threads.execute(
            () -> {
              try {
                places.forEach(place -> answers[place] = answer(batch.get(place)));
              } finally {
                room.release();
              }
            });
      }
    }
    return new Items<>(List.of(answers));
  }

  /** Events of one subject are taken in their order, others at the same time. */
  private static Collection<List<Integer>> placesBySubject(List<JsonNode> batch) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int place = 0; place < batch.size(); place++) {
      String subject = batch.get(place).path("subject").asText();
      places.computeIfAbsent(subject, one -> new ArrayList<>()).add(place);
    }
    return places.values();
  }

  private EventAnswer answer(JsonNode node) {
    EventAnswer answer = take(node).to(node.path("id").asText(null));
    received.count(node.path("type").asText(""), answer.status());
    return answer;
  }

  private EventAnswer take(JsonNode node) {
    try {
      CloudEvent event = json.convert(node, CloudEvent.class);
      EventConsumer consumer = consumers.get(event.type());
      return consumer == null
          ? EventAnswer.invalid("nobody here takes events of this type")
          : consumer.accept(event);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return EventAnswer.invalid(e.getMessage());
    } catch (Problem e) {
      return EventAnswer.invalid(e.getMessage());
    } catch (RuntimeException e) {
      LOG.warnf("event %s of type %s failed: %s", node.path("id"), node.path("type"), e);
      LOG.debug("the event's failure", e);
      return EventAnswer.retry("failed, try again");
    }
  }
}
