package io.watchbill.escalation.oncall;

import io.watchbill.kit.peer.Peers;
import io.watchbill.kit.problem.ProblemDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the rotation-service for shifts, working time and teams. */
@ApplicationScoped
class Rotations {
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)[^>]*>; *rel=\"next\"");
  private static final int PART = 500;
  private static final int MOST_PARTS = 40;

  private final RotationClient client;

  Rotations(Peers peers) {
    this.client = peers.client(RotationClient.class, "rotation");
  }

  /** Its answer. */
  sealed interface Answer<T> {
    /** Unchanged, by the ETag. */
    record Unchanged<T>() implements Answer<T> {}

    /** Changed since the ETag. */
    record Changed<T>(@Nullable String etag, T body) implements Answer<T> {}

    /** There is no such thing. */
    record Missing<T>() implements Answer<T> {}

    /** No answer, or an inconclusive one. */
    record Unknown<T>(String error) implements Answer<T> {}
  }

  /** Returns the final shifts of a rotation in a range. */
  Answer<ShiftsAnswer> shifts(String rotation, Instant from, Instant to, @Nullable String etag) {
    return ask(
        () -> client.shifts(rotation, from.toString(), to.toString(), etag), ShiftsAnswer.class);
  }

  /** Returns the working time of a rotation or a person in a range. */
  Answer<WorkingTimeAnswer> workingTime(
      WorkingTimeRepository.Kind kind, String id, Instant from, Instant to, @Nullable String etag) {
    String path =
        switch (kind) {
          case ROTATION -> "rotations";
          case PERSON -> "people";
        };
    return ask(
        () -> client.workingTime(path, id, from.toString(), to.toString(), etag),
        WorkingTimeAnswer.class);
  }

  /**
   * Returns all rotations with their teams.
   *
   * @throws RuntimeException if it does not answer
   */
  List<RotationsAnswer.Item> all() {
    List<RotationsAnswer.Item> all = new ArrayList<>();
    String cursor = null;
    for (int part = 0; part < MOST_PARTS; part++) {
      try (Response response = client.rotations(PART, cursor)) {
        if (response.getStatus() != 200) {
          throw new WebApplicationException("answered " + response.getStatus(), 502);
        }
        all.addAll(response.readEntity(RotationsAnswer.class).items());
        cursor = next(response.getHeaderString("Link"));
      }
      if (cursor == null) {
        break;
      }
    }
    return all;
  }

  private static @Nullable String next(@Nullable String link) {
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    return matcher.find() ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : null;
  }

  private static <T> Answer<T> ask(Supplier<Response> call, Class<T> type) {
    try (Response response = call.get()) {
      return switch (response.getStatus()) {
        case 200 ->
            new Answer.Changed<>(response.getHeaderString("ETag"), response.readEntity(type));
        case 304 -> new Answer.Unchanged<>();
        default -> failed(response);
      };
    } catch (WebApplicationException e) {
      return failed(e.getResponse());
    } catch (RuntimeException e) {
      return new Answer.Unknown<>("the rotation-service could not be asked: " + cause(e));
    }
  }

  /**
   * Treats a 404 without a problem as inconclusive: it comes from a proxy, or from a service that
   * is not up yet.
   */
  private static <T> Answer<T> failed(Response response) {
    boolean its = ProblemDetails.MEDIA_TYPE.isCompatible(response.getMediaType());
    return response.getStatus() == 404 && its
        ? new Answer.Missing<>()
        : new Answer.Unknown<>("the rotation-service answered " + response.getStatus());
  }

  private static String cause(RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null
        ? root.getClass().getSimpleName()
        : root.getMessage().lines().findFirst().orElse("");
  }
}
