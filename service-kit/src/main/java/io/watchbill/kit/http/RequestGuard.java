package io.watchbill.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.problem.KitError;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rejects malformed requests before they reach an endpoint. */
public class RequestGuard {
  private static final int FIRST = 10_000;

  /** How long after its deadline an unfinished body is cut off. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int SHARE_OF_ANSWERS = 16;
  private static final String NO_HOST = "The request needs one header 'Host'.";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~%:\\[\\]-]{1,255}");

  private final Bodies bodies;
  private final Unread unread;
  private final long longestBody;
  private final long deadlineMillis;

  RequestGuard(Bodies bodies, HttpSettings settings) {
    this.bodies = bodies;
    this.unread = new Unread(mostUnread(settings), settings.bodyDeadline());
    this.longestBody = settings.maxJsonBody().asLongValue();
    this.deadlineMillis = settings.bodyDeadline().plus(GRACE).toMillis();
  }

  private static long mostUnread(HttpSettings settings) {
    return settings
        .unreadAnswers()
        .map(MemorySize::asLongValue)
        .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_ANSWERS);
  }

  void register(@Observes Filters filters) {
    filters.register(this::look, FIRST);
  }

  void register(@Observes Router router) {
    router.route().order(-FIRST).failureHandler(RequestGuard::explain);
  }

  /** Answers what the HTTP library rejects itself, such as a URL that it cannot decode. */
  private static void explain(RoutingContext context) {
    if (context.statusCode() == KitError.INVALID.status() && !context.response().ended()) {
      String what = namesHost(context.request()) ? "The address cannot be read." : NO_HOST;
      refuse(context, KitError.INVALID, what);
    } else {
      context.next();
    }
  }

  private void look(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isDeaf(request)) {
      request.connection().close();
      return;
    }
    Optional<String> fault = fault(request);
    if (fault.isPresent()) {
      refuse(context, KitError.INVALID, fault.get());
      return;
    }
    String path = request.path();
    boolean streamed = bodies.isStreamed(path);
    if (streamed && path.endsWith("/")) {
      context.reroute(request.method(), path.substring(0, path.length() - 1));
      return;
    }
    if (!streamed && isTooLong(request)) {
      String detail = "The body may have at most " + longestBody + " bytes.";
      refuse(context, KitError.TOO_LARGE, detail);
      return;
    }
    if (!path.startsWith("/q/")) {
      AnyAnswer.allow(request);
    }
    cutOffInTime(context);
    context.addEndHandler(end -> unread.follow(context));
    context.next();
  }

  private boolean isTooLong(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && (length.length() > 18 || Long.parseLong(length) > longestBody);
  }

  /** Ends a body that trickles, even where nothing reads it yet. */
  private void cutOffInTime(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.method() != HttpMethod.GET && !request.isEnded()) {
      long timer =
          context
              .vertx()
              .setTimer(
                  deadlineMillis,
                  id -> {
                    if (!request.isEnded()) {
                      Remainder.cutOff(request);
                    }
                  });
      context.addEndHandler(end -> context.vertx().cancelTimer(timer));
    }
  }

  /** Returns whether the caller keeps sending requests on a connection without reading answers. */
  private static boolean isDeaf(HttpServerRequest request) {
    return request.version() != HttpVersion.HTTP_2 && request.response().writeQueueFull();
  }

  private static Optional<String> fault(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2 && !namesHost(request)) {
      return Optional.of(NO_HOST);
    }
    return RequestTarget.fault(request.uri());
  }

  /** Returns whether the request has one valid host; HTTP/1.0 probes of the health need none. */
  private static boolean namesHost(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll("Host");
    if (hosts.isEmpty()) {
      return request.version() == HttpVersion.HTTP_1_0 && request.uri().startsWith("/q/");
    }
    return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
  }

  private static void refuse(RoutingContext context, KitError error, String detail) {
    JsonObject problem =
        new JsonObject()
            .put("type", error.type())
            .put("title", error.title())
            .put("status", error.status())
            .put("detail", detail);
    context
        .response()
        .setStatusCode(error.status())
        .putHeader("Content-Type", "application/problem+json")
        .end(problem.encode());
    Remainder.discard(context);
  }
}
