package io.watchbill.laptop.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import io.watchbill.laptop.service.Service;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** What the proxy changes on the way to one service and back: headers, and answers that fail. */
final class Forwarding implements ProxyInterceptor {
  private static final String CONNECTION = "Connection";
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /** What would contradict the headers that the proxy writes; it answers {@code Expect} itself. */
  private static final List<String> NOT_FORWARDED =
      List.of("Expect", "Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Real-IP");

  private final Service service;

  Forwarding(Service service) {
    this.service = service;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest asked = request.proxiedRequest();
    removeOfConnection(request.headers());
    NOT_FORWARDED.forEach(request.headers()::remove);
    if (asked.authority() != null) {
      request.setAuthority(asked.authority());
      request.putHeader("X-Forwarded-Host", asked.authority().toString());
    }
    request.putHeader("X-Forwarded-Proto", "http");
    request.putHeader(FORWARDED_FOR, callers(asked));
    return context
        .sendRequest()
        .recover(failure -> Future.succeededFuture(failed(request, asked, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    removeOfConnection(context.response().headers());
    return context.sendResponse();
  }

  /** The caller comes last, as every proxy writes it; a tunnel on this machine may be before it. */
  private static String callers(HttpServerRequest asked) {
    List<String> callers = new ArrayList<>(asked.headers().getAll(FORWARDED_FOR));
    callers.add(asked.remoteAddress().hostAddress());
    return String.join(", ", callers);
  }

  /** Headers of one connection do not travel over the next (RFC 9110, 7.6.1). */
  private static void removeOfConnection(MultiMap headers) {
    for (String line : headers.getAll(CONNECTION)) {
      COMMA.splitAsStream(line.strip()).filter(name -> !name.isEmpty()).forEach(headers::remove);
    }
    headers.remove(CONNECTION);
    headers.remove("Keep-Alive");
  }

  private ProxyResponse failed(ProxyRequest request, HttpServerRequest asked, Throwable failure) {
    return answer(failure).in(request.release().response(), asked);
  }

  private ErrorAnswer answer(Throwable failure) {
    if (failure instanceof ConnectException || failure instanceof ConnectionPoolTooBusyException) {
      return ErrorAnswer.notRunning(service.module());
    }
    return failure instanceof TimeoutException
        ? ErrorAnswer.silent(service.module())
        : ErrorAnswer.brokenOff(service.module());
  }
}
