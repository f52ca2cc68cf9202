package io.watchbill.escalation.onwatch;

import io.watchbill.kit.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Asks the rotation-service for the shifts of a range. */
@ApplicationScoped
class Rotations {
  private final RotationClient client;

  Rotations(Neighbours neighbours) {
    this.client = neighbours.client(RotationClient.class, "rotation");
  }

  /** What it said. */
  sealed interface Answer {
    /** As known by the ETag. */
    record Unchanged() implements Answer {}

    /** Newer than what the ETag stands for. */
    record Changed(String etag, ShiftsAnswer shifts) implements Answer {}

    /** There is no such rotation. */
    record Missing() implements Answer {}

    /** No answer, or one that says nothing. */
    record Unknown(String error) implements Answer {}
  }

  Answer ask(String rotation, Instant from, Instant to, String etag) {
    try (Response response = client.shifts(rotation, from.toString(), to.toString(), etag)) {
      return answer(response);
    } catch (WebApplicationException e) {
      return failed(e.getResponse().getStatus());
    } catch (RuntimeException e) {
      return new Answer.Unknown(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static Answer answer(Response response) {
    return switch (response.getStatus()) {
      case 200 ->
          new Answer.Changed(
              response.getHeaderString("ETag"), response.readEntity(ShiftsAnswer.class));
      case 304 -> new Answer.Unchanged();
      default -> failed(response.getStatus());
    };
  }

  private static Answer failed(int status) {
    return status == 404
        ? new Answer.Missing()
        : new Answer.Unknown("the rotation-service answered " + status);
  }
}
