package io.watchbill.escalation.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The rotation-service of the tests: standing shifts, or what a test says. */
public final class FakeRotations {
  private static FakeRotations running;

  private final Map<String, String> shifts = new ConcurrentHashMap<>();
  private final FakeServer server;
  private volatile boolean down;

  private FakeRotations(int port) {
    server = new FakeServer(port, this::answer);
  }

  public static synchronized FakeRotations running() {
    if (running == null) {
      String url =
          ConfigProvider.getConfig().getValue("watchbill.neighbours.rotation.url", String.class);
      running = new FakeRotations(URI.create(url).getPort());
    }
    return running;
  }

  /** A rotation whose roles have one person each, for ever: {@code role, person, …}. */
  public void standing(String rotation, String... rolesAndPeople) {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < rolesAndPeople.length; i += 2) {
      list.add(shift(rolesAndPeople[i], rolesAndPeople[i + 1], "$FROM", "$TO"));
    }
    shifts.put(rotation, String.join(",", list));
  }

  /** A rotation with these shifts, made by {@link #shift}. */
  public void with(String rotation, String... made) {
    shifts.put(rotation, String.join(",", made));
  }

  public static String shift(String role, String person, String start, String end) {
    return """
    {"id": "s", "role": "%s", "layer": "l", "people": ["%s"], "start": "%s", "end": "%s",
     "reason": "weekly"}"""
        .formatted(role, person, start, end);
  }

  /** Answers 503 to all from now on, or no more. */
  public void down(boolean isDown) {
    down = isDown;
  }

  public long asked(String rotation) {
    return server.requests.stream().filter(r -> r.path().contains("/" + rotation + "/")).count();
  }

  private FakeServer.Answer answer(FakeServer.Request request) {
    if (down) {
      return new FakeServer.Answer(503, "{}");
    }
    String rotation = request.path().split("/", -1)[3];
    String known = shifts.get(rotation);
    if (known == null) {
      return new FakeServer.Answer(404, "{}");
    }
    String from = parameter(request.query(), "from");
    String to = parameter(request.query(), "to");
    String body = known.replace("$FROM", from).replace("$TO", to);
    String etag = "\"" + Integer.toHexString((body + from + to).hashCode()) + "\"";
    if (etag.equals(request.header("If-None-Match"))) {
      return new FakeServer.Answer(304, Map.of("ETag", etag), "");
    }
    String gap = "{\"role\": \"empty\", \"start\": \"%s\", \"end\": \"%s\"}".formatted(from, to);
    return new FakeServer.Answer(
        200,
        Map.of("ETag", etag, "Content-Type", "application/json"),
        "{\"shifts\": [" + body + "], \"gaps\": [" + gap + "], \"newer\": true}");
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new IllegalArgumentException(query);
  }
}
