package io.watchbill.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Lane;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Items;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receives the events of peer services. Each event has its own answer. */
@Path("/v1/events")
@RolesAllowed(Rights.SERVICE)
@RunOnVirtualThread
@Tag(name = "events")
public class EventsResource {
  private static final int MAX_BATCH = 1_000;

  /** Events wait for their own commits; processing a few at once speeds up a flood. */
  private static final int AT_ONCE = 8;

  static final String BATCH = "application/cloudevents-batch+json";

  private final Map<String, EventConsumer> consumers;
  private final Json json;
  private final ReceivedEvents received;
  private final EventProcessing processing;

  EventsResource(
      Instance<EventConsumer> consumers,
      Json json,
      ReceivedEvents received,
      EventProcessing processing) {
    this.consumers =
        consumers.stream().collect(Collectors.toMap(EventConsumer::type, Function.identity()));
    this.json = json;
    this.received = received;
    this.processing = processing;
  }

  @POST
  @Consumes({BATCH, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeEvents",
      summary = "Receive a batch of CloudEvents from a peer service",
      description = "At most 1,000 events. Each is answered for itself, by its id.")
  public Items<EventAnswer> take(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(type = SchemaType.ARRAY, implementation = CloudEvent.class)))
          @Nullable List<JsonNode> batch) {
    if (batch == null || batch.size() > MAX_BATCH) {
      throw Problem.invalid("", "The body is a list of at most " + MAX_BATCH + " CloudEvents.");
    }
    return Lane.ofLoops(() -> takeAll(batch));
  }

  private Items<EventAnswer> takeAll(List<JsonNode> batch) {
    EventAnswer[] answers = new EventAnswer[batch.size()];
    Semaphore room = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<Arrived> together : together(batch, answers)) {
        room.acquireUninterruptibly();
        threads.execute(
            () -> {
              try {
                processing.take(together, answers);
              } finally {
                room.release();
              }
            });
      }
    }
    for (int place = 0; place < answers.length; place++) {
      JsonNode node = batch.get(place);
      answers[place] = answers[place].to(node.path("id").asText(null));
      received.count(node.path("type").asText(""), answers[place].status());
    }
    return new Items<>(List.of(answers));
  }

  /** Groups events that are processed in order; answers those without a consumer. */
  private Collection<List<Arrived>> together(List<JsonNode> batch, EventAnswer[] answers) {
    Map<String, List<Arrived>> lines = new LinkedHashMap<>();
    for (int place = 0; place < batch.size(); place++) {
      try {
        CloudEvent event = json.convert(batch.get(place), CloudEvent.class);
        EventConsumer consumer = event == null ? null : consumers.get(event.type());
        if (consumer == null) {
          answers[place] = EventAnswer.invalid("nobody here takes events of this type");
        } else {
          Arrived arrived = new Arrived(place, event, consumer);
          lines.computeIfAbsent(arrived.line(), line -> new ArrayList<>()).add(arrived);
        }
      } catch (JsonProcessingException | IllegalArgumentException e) {
        answers[place] = EventAnswer.invalid(e.getMessage());
      }
    }
    return lines.values();
  }
}
