package io.watchbill.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Connection;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The APIs of the three services, with one key. An answer that is no success is a {@link Failure}.
 */
public final class Api {
  private final Connection connection;
  private final Attempts attempts;
  private final Consumer<String> warnings;

  public Api(Connection connection, String agent, Pause pause, Consumer<String> warnings) {
    this.connection = connection;
    this.attempts = new Attempts(connection, new Transport(connection, agent), pause);
    this.warnings = warnings;
  }

  /** Reads something. */
  public JsonNode get(Service service, Object path) {
    Call call = Call.get(service, path.toString());
    return json(call, attempts.send(call));
  }

  /** Reads something; empty when there is no such thing. */
  public Optional<JsonNode> find(Service service, Object path) {
    try {
      return Optional.of(get(service, path));
    } catch (Failure failure) {
      if (failure.code() == ExitCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * Reads a list, page by page.
   *
   * @param each is given every item
   */
  public void each(Service service, String path, Consumer<JsonNode> each) {
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Call call = Call.get(service, next.get());
      Answer answer = attempts.send(call);
      json(call, answer).path("items").forEach(each);
      next = Links.next(answer.header("Link"), call.path());
    }
  }

  /** Reads a list, page by page, until there are so many items. */
  public Items list(Service service, String path, int most) {
    List<JsonNode> items = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent() && items.size() < most) {
      Call call = Call.get(service, next.get());
      Answer answer = attempts.send(call);
      json(call, answer).path("items").forEach(items::add);
      next = Links.next(answer.header("Link"), call.path());
    }
    return new Items(
        List.copyOf(items.subList(0, Math.min(most, items.size()))),
        next.isPresent() || items.size() > most);
  }

  /** Does something that the service does once, however often it is sent. */
  public JsonNode post(Service service, String path, JsonNode body) {
    Call call = Call.post(service, path, body.toString());
    return json(call, attempts.send(call));
  }

  /** Does something that the service would do twice, if it were sent twice. */
  public JsonNode postOnce(Service service, String path, JsonNode body) {
    Call call = Call.once(service, path, body.toString());
    return json(call, attempts.send(call));
  }

  private JsonNode json(Call call, Answer answer) {
    URI address = connection.addresses().of(call.service());
    if (!answer.isSuccess()) {
      throw Problems.of(address, answer);
    }
    JsonNode body = Json.parse(answer.body());
    if (!answer.isOurs() || body.isMissingNode()) {
      throw Problems.notOurs(address, answer);
    }
    answer
        .header("Watchbill-Not-Checked")
        .ifPresent(
            what -> warnings.accept("could not be checked, and was taken as it is: " + what));
    return body;
  }
}
