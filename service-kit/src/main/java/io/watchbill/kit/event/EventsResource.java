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
import java.util.List;
import java.util.Map;
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
    List<EventAnswer> answers = new ArrayList<>();
    for (JsonNode node : batch) {
      answers.add(answer(node));
    }
    return new Items<>(answers);
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
