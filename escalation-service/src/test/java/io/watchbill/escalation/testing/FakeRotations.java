package io.watchbill.escalation.testing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The rotation-service of the tests: standing shifts, or what a test says. */
public final class FakeRotations {
  private static FakeRotations running;

  private final Map<String, String> shifts = new ConcurrentHashMap<>();
  private final Map<String, String> gaps = new ConcurrentHashMap<>();
  private final Map<String, String> hours = new ConcurrentHashMap<>();
  private final List<String> listed = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> named = new ConcurrentHashMap<>();
  private final FakeServer server;
  private volatile Mood mood = Mood.WELL;

  /** How it behaves. */
  public enum Mood {
    WELL,
    /** 503. */
    DOWN,
    /** 500. */
    WRONG,
    /** 200, and no shifts. */
    SENSELESS,
    /** A proxy's 404, for all. */
    UNROUTED,
    /** Answers, after more than the five seconds that are waited for it. */
    SLOW,
    /** Refuses connections. */
    ABSENT
  }

  private FakeRotations(int port) {
    server = new FakeServer(port, this::answer);
  }

  public static synchronized FakeRotations running() {
    if (running == null) {
      String url =
          ConfigProvider.getConfig().getValue("watchbill.peers.rotation.url", String.class);
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
    shifts.put(rotation, String.join(",", Stream.of(made).filter(FakeRotations::isShift).toList()));
    Stream.of(made)
        .filter(one -> !isShift(one))
        .forEach(one -> gaps.put(rotation, one.substring("off ".length())));
  }

  private static boolean isShift(String made) {
    return !made.startsWith("off ");
  }

  public static String shift(String role, String person, String start, String end) {
    return """
    {"id": "s", "role": "%s", "layer": "l", "people": ["%s"], "start": "%s", "end": "%s",
     "reason": "turn 46 of weekly"}\
    """
        .formatted(role, person, start, end);
  }

  /** A rotation of a team. */
  public void ofTeam(String team, String rotation) {
    listed.add("{\"id\": \"%s\", \"team\": \"%s\"}".formatted(rotation, team));
  }

  /** A name and time zone of one of the {@code people} or {@code rotations}. */
  public void calls(String kind, String id, String name, String zone) {
    named
        .computeIfAbsent(kind, any -> new CopyOnWriteArrayList<>())
        .add("{\"id\": \"%s\", \"name\": \"%s\", \"timeZone\": \"%s\"}".formatted(id, name, zone));
  }

  private FakeServer.Answer list(String kind) {
    List<String> items = new ArrayList<>(named.getOrDefault(kind, List.of()));
    if (kind.equals("rotations")) {
      items.addAll(listed);
    }
    return new FakeServer.Answer(200, "{\"items\": [" + String.join(",", items) + "]}");
  }

  /** The only working time of {@code rotations/id} or {@code people/id}; all is, without any. */
  public void works(String whose, Instant from, Instant to) {
    hours.put(whose, "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to));
  }

  /** Has never heard of working time: 404. */
  public void knowsNoWorkingTime(String whose) {
    hours.put(whose, "");
  }

  private FakeServer.Answer workingTime(String whose) {
    String windows = hours.get(whose);
    if ("".equals(windows)) {
      return notFound();
    }
    return new FakeServer.Answer(
        200,
        "{\"zone\": \"Europe/Berlin\", \"always\": %s, \"items\": [%s]}"
            .formatted(windows == null, windows == null ? "" : windows));
  }

  /** Nobody by design in a role, to be given to {@link #with}. */
  public static String off(String role, Instant start, Instant end) {
    return "off {\"role\": \"%s\", \"start\": \"%s\", \"end\": \"%s\", \"byDesign\": true}"
        .formatted(role, start, end);
  }

  /** Answers 503 to all from now on, or no more. */
  public void down(boolean isDown) {
    is(isDown ? Mood.DOWN : Mood.WELL);
  }

  /** Behaves so from now on. */
  public synchronized void is(Mood now) {
    if (now != mood && now == Mood.ABSENT) {
      server.stop();
    }
    if (now != mood && mood == Mood.ABSENT) {
      server.start();
    }
    mood = now;
  }

  public long askedFor(String path) {
    return server.requests.stream().filter(r -> r.path().equals(path)).count();
  }

  public long asked(String rotation) {
    return server.requests.stream()
        .filter(r -> r.path().endsWith("/" + rotation + "/shifts"))
        .count();
  }

  private FakeServer.Answer answer(FakeServer.Request request) throws InterruptedException {
    return switch (mood) {
      case DOWN, ABSENT -> new FakeServer.Answer(503, "{}");
      case WRONG -> new FakeServer.Answer(500, "{}");
      case SENSELESS -> new FakeServer.Answer(200, "[\"shifts\"]");
      case UNROUTED ->
          new FakeServer.Answer(404, Map.of("Content-Type", "text/html"), "<h1>404</h1>");
      case SLOW -> {
        TimeUnit.MILLISECONDS.sleep(5_500);
        yield well(request);
      }
      case WELL -> well(request);
    };
  }

  private FakeServer.Answer well(FakeServer.Request request) {
    String[] path = request.path().split("/", -1);
    if (path.length == 3) {
      return list(path[2]);
    }
    if (path.length == 4) {
      return path[3].contains("no-such") ? notFound() : new FakeServer.Answer(200, "{}");
    }
    String rotation = path[3];
    if (path[4].equals("working-time")) {
      return workingTime(path[2] + "/" + rotation);
    }
    String known = shifts.get(rotation);
    if (known == null) {
      return notFound();
    }
    String from = parameter(request.query(), "from");
    String to = parameter(request.query(), "to");
    String body = known.replace("$FROM", from).replace("$TO", to);
    String etag = "\"" + Integer.toHexString((body + from + to).hashCode()) + "\"";
    if (etag.equals(request.header("If-None-Match"))) {
      return new FakeServer.Answer(304, Map.of("ETag", etag), "");
    }
    String off = gaps.containsKey(rotation) ? "," + gaps.get(rotation) : "";
    String gap = "{\"role\": \"empty\", \"start\": \"%s\", \"end\": \"%s\"}".formatted(from, to);
    return new FakeServer.Answer(
        200,
        Map.of("ETag", etag, "Content-Type", "application/json"),
        "{\"shifts\": [" + body + "], \"gaps\": [" + gap + off + "], \"newer\": true}");
  }

  private static FakeServer.Answer notFound() {
    return new FakeServer.Answer(
        404, Map.of("Content-Type", "application/problem+json"), "{\"status\": 404}");
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
